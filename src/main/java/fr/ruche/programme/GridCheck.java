package fr.ruche.programme;

import fr.ruche.common.Fault;
import fr.ruche.common.Sentences;
import fr.ruche.programme.CallParameters.Criterion;
import fr.ruche.programme.CallParameters.Indicator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether jurors can mark by the grid of a call. */
final class GridCheck {

    /** Digits are keys on the page of a juror, so a mark is one digit. */
    private static final int LONGEST_SCALE = 10;

    private static final int HUNDRED = 100;
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9.]{1,20}");

    private final List<Fault> faults = new ArrayList<>();
    private final Set<String> codes = new HashSet<>();
    private final CallParameters call;
    private final Set<String> measures;

    private GridCheck(CallParameters call, Set<String> measures) {
        this.call = call;
        this.measures = measures;
    }

    static List<Fault> faults(CallParameters call, Set<String> measures) {
        var check = new GridCheck(call, measures);
        if (!call.grid().isEmpty()) {
            measures.stream().sorted().forEach(check::sum);
        }
        call.grid().forEach(check::criterion);
        check.marking();
        return check.faults;
    }

    private void sum(String measure) {
        var sum = call.grid().stream().mapToInt(one -> one.weight(measure)).sum();
        unless(sum == HUNDRED, "grid", "call.grid.sum", measure, sum);
    }

    private void criterion(Criterion criterion) {
        var field = "grid." + criterion.code();
        code(field, criterion.code());
        known(field, criterion.weights().keySet());
        unless(criterion.weights().values().stream().allMatch(weight -> weight >= 0), field, "call.grid.negative");
        unless(!criterion.indicators().isEmpty(), field, "call.grid.noIndicator");
        for (var indicator : criterion.indicators()) {
            code(field, indicator.code());
            known(field, Set.copyOf(indicator.measures()));
        }
        measures.stream()
                .sorted()
                .filter(measure -> criterion.weight(measure) > 0)
                .forEach(measure -> unless(
                        criterion.indicators().stream().anyMatch((Indicator one) -> one.concerns(measure)),
                        field,
                        "call.grid.nothingToMark",
                        criterion.code(),
                        measure));
        var floor = criterion.floor();
        unless(
                floor == null
                        || floor.signum() >= 0
                                && floor.compareTo(BigDecimal.valueOf(
                                                call.marking().highest()))
                                        <= 0
                                && floor.stripTrailingZeros().scale() <= 2,
                field + ".floor",
                "call.grid.floor.wrong",
                call.marking().highest());
    }

    private void code(String field, String code) {
        unless(CODE.matcher(code).matches(), field, "call.grid.code", code);
        unless(codes.add(code), field, "call.grid.twice", code);
    }

    private void known(String field, Set<String> named) {
        named.stream()
                .filter(measure -> !measures.contains(measure))
                .forEach(measure -> unless(false, field, "call.grid.measure", measure));
    }

    private void marking() {
        var marking = call.marking();
        unless(
                marking.scale().size() >= 2
                        && marking.scale().size() <= LONGEST_SCALE
                        && marking.scale().stream().noneMatch(String::isBlank),
                "marking.scale",
                "call.marking.scale.wrong",
                LONGEST_SCALE);
        between(-1, marking.highest(), "marking.commentAtMost", marking.commentAtMost());
        between(0, marking.highest() + 1, "marking.commentFrom", marking.commentFrom());
        between(0, HUNDRED, "marking.threshold", marking.threshold());
        between(0, HUNDRED, "marking.spread", marking.spread());
        between(1, HUNDRED, "marking.marks", marking.marks());
        between(0, marking.marks(), "marking.marksPerCollege", marking.marksPerCollege());
        between(0, 365, "marking.closesDays", marking.closesDays());
        marking.difficulty().forEach((territory, points) -> {
            var field = "marking.difficulty." + territory;
            unless(territory.matches("[0-9]{9}"), field, "call.marking.difficulty.territory");
            between(0, HUNDRED, field, points);
        });
    }

    private void between(int least, int most, String field, int number) {
        unless(number >= least && number <= most, field, "call.marking.between", least, most);
    }

    private void unless(boolean holds, String field, String key, Object... arguments) {
        if (!holds) {
            faults.add(new Fault(field, "CALL", Sentences.of(key, arguments)));
        }
    }
}
