package fr.ruche.marking;

import fr.ruche.common.Fault;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.programme.CallParameters.Indicator;
import fr.ruche.programme.CallParameters.Marking;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What may be typed on a sheet, and what a submitted one must hold. */
@Component
class SheetRules {

    private static final int LONGEST = 4000;
    private static final Pattern UNREADABLE = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n\\r\\t]]");

    /** @throws Rejected naming each mark that is none */
    List<Mark> read(Scoring scoring, Marking rules, List<MarkEntry> entries) {
        var known = scoring.indicators().stream().map(Indicator::code).collect(Collectors.toSet());
        var faults = new ArrayList<Fault>();
        var marks = new ArrayList<Mark>();
        for (var entry : entries) {
            var field = "mark." + entry.indicator();
            var comment =
                    Objects.requireNonNullElse(entry.comment(), "").strip().replace("\r\n", "\n");
            if (!known.contains(entry.indicator())) {
                faults.add(new Fault(field, "INDICATOR", Sentences.of("mark.indicator", entry.indicator())));
            }
            var mark = entry.mark();
            if (mark != null && (mark < 0 || mark > rules.highest())) {
                faults.add(new Fault(field, "RANGE", Sentences.of("mark.range", rules.highest())));
            }
            if (mark != null && entry.notApplicable()) {
                faults.add(new Fault(field, "EITHER", Sentences.of("mark.either")));
            }
            if (comment.length() > LONGEST || UNREADABLE.matcher(comment).find()) {
                faults.add(new Fault(
                        "comment." + entry.indicator(), "COMMENT", Sentences.of("mark.comment.wrong", LONGEST)));
            }
            marks.add(new Mark(entry.indicator(), mark, entry.notApplicable(), comment, entry.version()));
        }
        Rejected.ifAny(faults);
        return marks;
    }

    /** @throws Rejected naming each mark and comment that is missing */
    void mustBeComplete(Scoring scoring, Marking rules, Sheet sheet) {
        var faults = new ArrayList<Fault>();
        for (var criterion : scoring.criteria()) {
            var own = scoring.indicators(criterion);
            for (var indicator : own) {
                check(rules, indicator, sheet.mark(indicator.code()), faults);
            }
            if (own.stream().allMatch(one -> sheet.mark(one.code()).notApplicable())) {
                faults.add(new Fault(
                        "mark." + own.get(0).code(), "CRITERION", Sentences.of("mark.criterion", criterion.title())));
            }
        }
        Rejected.ifAny(faults);
    }

    private static void check(Marking rules, Indicator indicator, Mark mark, List<Fault> faults) {
        if (!mark.said()) {
            faults.add(new Fault(
                    "mark." + indicator.code(),
                    "REQUIRED",
                    Sentences.of("mark.required", indicator.title(), rules.highest())));
        } else if (mark.mark() != null
                && rules.needsComment(mark.mark())
                && mark.comment().isEmpty()) {
            faults.add(new Fault(
                    "comment." + indicator.code(),
                    "COMMENT",
                    Sentences.of("mark.comment.required", indicator.title(), mark.mark())));
        }
    }
}
