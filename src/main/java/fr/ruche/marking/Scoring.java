package fr.ruche.marking;

import fr.ruche.programme.CallParameters;
import fr.ruche.programme.CallParameters.Criterion;
import fr.ruche.programme.CallParameters.Indicator;
import fr.ruche.programme.CallParameters.Marking;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * From marks to scores ({@code domain.md} 5.2). The score of a juror is the sum over the criteria of weight × mean of
 * the noted indicators / highest mark, from 0 to 100; those of several jurors come together as mean or median. Exact:
 * the caller rounds what it shows.
 */
final class Scoring {

    private final List<Criterion> grid;
    private final Marking rules;
    private final String measure;

    Scoring(CallParameters call, String measure) {
        this.grid = call.grid();
        this.rules = call.marking();
        this.measure = measure;
    }

    /** What is noted for the measure, in the order of the grid. */
    List<Indicator> indicators() {
        return grid.stream().flatMap(one -> one.indicators(measure).stream()).toList();
    }

    /** What is noted of a criterion for the measure. */
    List<Indicator> indicators(Criterion criterion) {
        return criterion.indicators(measure);
    }

    /** The criteria that the measure has, those that are apart too. */
    List<Criterion> criteria() {
        return grid.stream().filter(one -> !one.indicators(measure).isEmpty()).toList();
    }

    /** The mean of the noted indicators, from 0 to the highest mark; empty when none is noted. */
    Optional<Fraction> criterion(Criterion criterion, Sheet sheet) {
        var marks = criterion.indicators(measure).stream()
                .map(one -> sheet.mark(one.code()).mark())
                .filter(Objects::nonNull)
                .toList();
        return marks.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Fraction.of(marks.stream().mapToInt(Integer::intValue).sum(), marks.size()));
    }

    /** @param sheet with at least one mark in each criterion that counts */
    Fraction score(Sheet sheet) {
        return criteria().stream()
                .filter(one -> !one.apart())
                .map(one -> criterion(one, sheet)
                        .orElse(Fraction.ZERO)
                        .times(one.weight(measure))
                        .over(rules.highest()))
                .reduce(Fraction.ZERO, Fraction::plus);
    }

    /** Several jurors as one; empty when there is none. */
    Optional<Fraction> together(List<Fraction> jurors) {
        if (jurors.isEmpty()) {
            return Optional.empty();
        }
        var sorted = jurors.stream().sorted().toList();
        var count = sorted.size();
        var counted = rules.median() ? sorted.subList((count - 1) / 2, count / 2 + 1) : sorted;
        return Optional.of(
                counted.stream().reduce(Fraction.ZERO, Fraction::plus).over(counted.size()));
    }
}
