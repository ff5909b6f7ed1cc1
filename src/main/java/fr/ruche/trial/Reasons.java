package fr.ruche.trial;

import fr.ruche.common.Sentences;
import fr.ruche.workflow.ModelComparison;
import fr.ruche.workflow.Rehearsed;
import fr.ruche.workflow.Rehearsed.Choice;
import fr.ruche.workflow.Rehearsed.Ruling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says why a rehearsed process went where it went: the exits it took since its last step, and the rows that ruled. */
@Component
class Reasons {

    private final ModelComparison words;

    Reasons(ModelComparison words) {
        this.words = words;
    }

    /** @param at which of the elements it came by, from 0 */
    String of(Rehearsed played, int at) {
        var told = new ArrayList<String>();
        for (var here = start(played, at); here <= at && here < played.way().size(); here++) {
            var passage = played.way().get(here);
            if (passage.choice() != null) {
                told.add(choice(passage.choice()));
            }
            passage.rulings().stream().filter(Reasons::decides).forEach(ruling -> told.add(ruling(ruling)));
        }
        return told.isEmpty() ? Sentences.of("trial.why.straight") : String.join(" ", told);
    }

    /** Behind the step before. */
    private static int start(Rehearsed played, int at) {
        var here = Math.min(at, played.way().size()) - 1;
        while (here >= 0 && !played.way().get(here).step()) {
            here--;
        }
        return here + 1;
    }

    /** The table of the convention says nothing of where a dossier goes. */
    private static boolean decides(Ruling ruling) {
        return !ruling.rows().isEmpty() && !Set.of("convention", "ownShare").contains(ruling.decision());
    }

    private String choice(Choice choice) {
        var answer = choice.answer().isBlank() ? choice.exit() : choice.answer();
        var because = choice.condition().isEmpty()
                ? Sentences.of("trial.why.standard")
                : Sentences.of("trial.why.condition", words.condition(choice.condition()));
        var facts = choice.facts().entrySet().stream()
                .map(fact -> Sentences.of("trial.why.fact", words.fact(fact.getKey()), value(fact.getValue())))
                .collect(Collectors.joining(", "));
        return facts.isEmpty()
                ? Sentences.of("trial.why.choice", choice.label(), answer, because)
                : Sentences.of("trial.why.choice.facts", choice.label(), answer, because, facts);
    }

    static String value(Object value) {
        return value instanceof Boolean flag
                ? Sentences.of(flag ? "trial.value.true" : "trial.value.false")
                : String.valueOf(value);
    }

    String ruling(Ruling ruling) {
        return Sentences.of("trial.why.rows", ruling.decision(), String.join(", ", ruling.rows()));
    }

    /** « Réponse sur la conformité : CONFORM ». */
    String facts(Map<String, Object> facts) {
        return facts.entrySet().stream()
                .map(fact -> Sentences.of("trial.why.fact", words.fact(fact.getKey()), value(fact.getValue())))
                .collect(Collectors.joining(", "));
    }

    /** Where two ways part: the place in the other's elements; -1 when it is nowhere. */
    static int parts(Rehearsed one, Rehearsed other) {
        var first = steps(one);
        var second = steps(other);
        for (var at = 0; at < second.size(); at++) {
            var here = second.get(at);
            if (at >= first.size() || !name(one, first.get(at)).equals(name(other, here))) {
                return here;
            }
        }
        return first.size() > second.size() ? other.way().size() - 1 : -1;
    }

    /** The places of the steps and of the end. */
    private static List<Integer> steps(Rehearsed played) {
        var steps = new ArrayList<Integer>();
        for (var at = 0; at < played.way().size(); at++) {
            if (played.way().get(at).step() || at == played.way().size() - 1 && played.end() != null) {
                steps.add(at);
            }
        }
        return steps;
    }

    private static String name(Rehearsed played, int at) {
        return played.way().get(at).element();
    }
}
