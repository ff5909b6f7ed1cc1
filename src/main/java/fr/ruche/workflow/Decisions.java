package fr.ruche.workflow;

import fr.ruche.common.NotFound;
import fr.ruche.common.Sentences;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Evaluates the decision tables of {@code bpmn/dsdt/*.dmn} with the engine's DMN. */
@Component
public class Decisions {

    private final DecisionService decisions;
    private final RepositoryService repository;
    private final Unrestricted unrestricted;

    Decisions(DecisionService decisions, RepositoryService repository, Unrestricted unrestricted) {
        this.decisions = decisions;
        this.repository = repository;
        this.unrestricted = unrestricted;
    }

    /**
     * @param decision id of the decision, such as {@code eligibility}
     * @param version the deployed version to use, or null for the latest
     * @throws fr.ruche.common.NotFound when there is no such decision, or not in this version
     */
    public Table table(String decision, @Nullable Integer version) {
        return unrestricted.command(context -> {
            var definition = definition(decision, version);
            return new Table(definition.getId(), definition.getVersion());
        });
    }

    /**
     * What the latest table says, rule by rule: the text that each gives to an output, with the headings of the inputs
     * that it looks at. In the order of the table; rules that give the same come together.
     *
     * @param output the name of the output, whose entries are texts such as {@code "ELIG-05"}
     */
    public Map<String, List<String>> rules(String decision, String output) {
        return unrestricted.command(context -> {
            var model = repository.getDmnModelInstance(definition(decision, null).getId());
            var table = model.getModelElementsByType(DecisionTable.class).stream()
                    .filter(one -> one.getParentElement() instanceof Decision of
                            && of.getId().equals(decision))
                    .findFirst()
                    .orElseThrow();
            var at = table.getOutputs().stream().map(Output::getName).toList().indexOf(output);
            var rules = new LinkedHashMap<String, List<String>>();
            for (var rule : table.getRules()) {
                var given = List.copyOf(rule.getOutputEntries()).get(at).getTextContent();
                rules.computeIfAbsent(given.strip().replace("\"", ""), first -> new ArrayList<>())
                        .addAll(inputs(table, rule));
            }
            return rules;
        });
    }

    private static List<String> inputs(DecisionTable table, Rule rule) {
        var inputs = List.copyOf(table.getInputs());
        var entries = List.copyOf(rule.getInputEntries());
        return IntStream.range(0, inputs.size())
                .filter(at -> !entries.get(at).getTextContent().isBlank())
                .mapToObj(at -> inputs.get(at).getLabel())
                .filter(Objects::nonNull)
                .toList();
    }

    private DecisionDefinition definition(String decision, @Nullable Integer version) {
        var query = repository.createDecisionDefinitionQuery().decisionDefinitionKey(decision);
        var found = version == null
                ? query.latestVersion().singleResult()
                : query.decisionDefinitionVersion(version).singleResult();
        if (found == null) {
            throw new NotFound(Sentences.of("model.decision", decision));
        }
        return found;
    }

    /** One deployed table, looked up once to be asked many times. */
    public final class Table {

        private final String id;
        private final int version;

        private Table(String id, int version) {
            this.id = id;
            this.version = version;
        }

        /** The deployed version. */
        public int version() {
            return version;
        }

        /** The matched rules in the order of the table, each as output name to value. */
        public List<Map<String, Object>> evaluate(Map<String, Object> input) {
            return unrestricted.command(
                    context -> decisions.evaluateDecisionTableById(id, input).getResultList());
        }
    }
}
