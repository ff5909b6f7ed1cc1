package fr.ruche.marking;

import fr.ruche.common.OperatorCommand;
import fr.ruche.common.Sentences;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares the marks that lists and figures read with the sheets they come from, and writes them again. */
@Component
class MarkCommand implements OperatorCommand {

    private static final String REBUILD = "rebuild-marks";

    private final MarkScores scores;

    MarkCommand(MarkScores scores) {
        this.scores = scores;
    }

    @Override
    public List<String> names() {
        return List.of("verify-marks", REBUILD);
    }

    @Override
    public int run(String name) {
        if (name.equals(REBUILD)) {
            scores.rebuild();
        }
        var differences = scores.verify();
        differences.forEach(one -> System.out.println(
                Sentences.of("marks.differ", one.dossier(), text(one.kept()), text(one.expected()))));
        System.out.println(
                differences.isEmpty()
                        ? Sentences.of("marks.agree")
                        : Sentences.of("marks.differs", differences.size()));
        return differences.isEmpty() ? 0 : 1;
    }

    private static String text(@Nullable BigDecimal score) {
        return score == null
                ? Sentences.of("readModel.nothing")
                : score.toPlainString().replace('.', ',');
    }
}
