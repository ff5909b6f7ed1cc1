package fr.ruche.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import fr.ruche.IntegrationTest;
import fr.ruche.Ruche;
import fr.ruche.review.ActionWord;
import fr.ruche.review.MessageWord;
import fr.ruche.review.ValueType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The vocabulary says what the code does, and the guide of modellers says the vocabulary. */
@IntegrationTest
class VocabularyTests {

    private static final Path GUIDE = Path.of("docs/guides/modeleur.md");
    private static final String BEGIN = "<!-- vocabulaire : écrit par VocabularyTests -->\n";
    private static final String END = "<!-- fin du vocabulaire -->";
    private static final Pattern SENT = Pattern.compile("processes\\.send\\(\\s*\"(\\w+)\"");

    @Autowired
    ModelReview models;

    @Autowired
    ApplicationContext context;

    @Test
    void everyActionIsAWord() {
        assertThat(models.vocabulary().actions())
                .extracting(ActionWord::name)
                .containsExactlyInAnyOrderElementsOf(
                        context.getBeansOfType(JavaDelegate.class).keySet());
    }

    @Test
    void everyMessageThatIsSentIsAWord() throws IOException {
        var sent = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                SENT.matcher(Files.readString(file)).results().forEach(found -> sent.add(found.group(1)));
            }
        }
        assertThat(sent).isNotEmpty();
        assertThat(models.vocabulary().messages()).extracting(MessageWord::name).containsAll(sent);
    }

    /** Else a diagram would be told that a fact is not known where it is. */
    @Test
    void anActionThatSetsAFactSaysSo() {
        ArchRuleDefinition.noClasses()
                .that()
                .areNotAssignableTo(FactSource.class)
                .and()
                .resideInAPackage("..process..")
                .should()
                .callMethod(VariableScope.class, "setVariable", String.class, Object.class)
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackagesOf(Ruche.class));
    }

    /** Written anew with {@code mvn test -Dtest=VocabularyTests -Dguides.vocabulary=true}. */
    @Test
    void theGuideTellsTheVocabulary() throws IOException {
        var guide = Files.readString(GUIDE);
        var from = guide.indexOf(BEGIN) + BEGIN.length();
        var to = guide.indexOf(END);
        assertThat(to).isGreaterThan(from);
        if (Boolean.getBoolean("guides.vocabulary")) {
            Files.writeString(GUIDE, guide.substring(0, from) + told() + guide.substring(to));
        } else {
            assertThat(guide.substring(from, to)).isEqualTo(told());
        }
    }

    private String told() {
        var words = models.vocabulary();
        var told = new StringBuilder(
                "\n### Actions\n\n| tâche de service | ce qu’elle fait | fait connaître |\n|---|---|---|\n");
        words.actions()
                .forEach(action -> told.append(
                        "| `${%s}` | %s | %s |\n".formatted(action.name(), action.does(), names(action.sets()))));
        told.append("\n### Échéances\n\n| échéance | ce que c’est | où |\n|---|---|---|\n");
        words.deadlines()
                .forEach(deadline -> told.append("| `%s` | %s | %s |\n"
                        .formatted(
                                deadline.name(),
                                deadline.label(),
                                deadline.repeats() ? "minuteur « cycle »" : "échéance, minuteur « date »")));
        told.append("\n### Faits\n\n| fait | ce que c’est | valeurs | connu après |\n|---|---|---|---|\n");
        words.facts()
                .forEach(fact -> told.append("| `%s` | %s | %s | %s |\n"
                        .formatted(
                                fact.name(),
                                fact.label(),
                                fact.type() == ValueType.FLAG ? "oui ou non" : names(fact.values()),
                                names(fact.setBy()))));
        told.append(
                "\n### Étapes\n\n| tâche humaine | ce que c’est | où l’on répond | champs lus |\n|---|---|---|---|\n");
        words.steps()
                .forEach(step -> told.append("| `%s` | %s | %s | %s |\n"
                        .formatted(
                                step.id(),
                                step.label(),
                                step.page() ? "page du porteur" : "Tasklist",
                                names(step.fields().stream()
                                        .map(field -> field.key())
                                        .toList()))));
        told.append("\n### Groupes\n\n| groupe | qui |\n|---|---|\n");
        words.groups().forEach(group -> told.append("| `%s` | %s |\n".formatted(group.name(), group.label())));
        told.append("\n### Messages\n\n| message | quand |\n|---|---|\n");
        words.messages().forEach(message -> told.append("| `%s` | %s |\n".formatted(message.name(), message.label())));
        return told.append("\n").toString();
    }

    private static String names(List<String> names) {
        return names.isEmpty()
                ? "–"
                : names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }
}
