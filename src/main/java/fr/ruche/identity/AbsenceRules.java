package fr.ruche.identity;

import fr.ruche.common.Fault;
import fr.ruche.common.FrenchDay;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.workflow.OfficerStep;
import fr.ruche.workflow.OfficerSteps;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is wrong with an absence as somebody declares it. */
@Component
class AbsenceRules {

    /** Against a wrong year, which would leave the groups lent for good; whoever leaves for longer changes post. */
    private static final int LONGEST_YEARS = 1;

    private final AbsenceTable table;
    private final AccountRepository accounts;
    private final OfficerSteps steps;

    AbsenceRules(AbsenceTable table, AccountRepository accounts, OfficerSteps steps) {
        this.table = table;
        this.accounts = accounts;
        this.steps = steps;
    }

    /**
     * @param chosen the kinds of task, empty for all of them
     * @return whether the substitute needs groups that are not theirs, and gets them
     * @throws Rejected with all that is wrong
     */
    boolean check(
            Actor me,
            String absent,
            @Nullable String substitute,
            AbsenceNotice notice,
            Set<String> chosen,
            LocalDate today) {
        var faults = new ArrayList<Fault>();
        var away = officer(absent);
        if (away == null) {
            faults.add(fault("absent", "CHOICE", "absence.absent.unknown", absent));
        }
        checkSteps(away, chosen, faults);
        checkDays(notice, today, faults);
        var standIn = substitute == null ? null : checkSubstitute(absent, substitute, faults);
        Rejected.ifAny(faults);
        checkOthers(absent, substitute, notice, chosen, today, faults);
        var lends = standIn != null && away != null && checkGroups(me, away, standIn, chosen, faults);
        Rejected.ifAny(faults);
        return lends;
    }

    /** The kinds of task that the groups of this person are offered. */
    Stream<OfficerStep> kinds(Actor person) {
        return steps.all().stream()
                .filter(step -> person.memberships().stream()
                        .anyMatch(m -> step.isFor(m.role().group(), m.group())));
    }

    private void checkSteps(@Nullable Actor away, Set<String> chosen, List<Fault> faults) {
        var known = away == null ? chosen : kinds(away).map(OfficerStep::id).collect(Collectors.toSet());
        chosen.stream()
                .filter(step -> !known.contains(step))
                .sorted()
                .forEach(step -> faults.add(fault("steps", "CHOICE", "absence.steps.unknown", step)));
    }

    private static void checkDays(AbsenceNotice notice, LocalDate today, List<Fault> faults) {
        var first = notice.firstDay();
        var last = notice.lastDay();
        if (first == null) {
            faults.add(fault("firstDay", "REQUIRED", "absence.firstDay.required"));
        } else if (first.isBefore(today)) {
            faults.add(fault("firstDay", "PAST", "absence.firstDay.past", FrenchDay.format(today)));
        }
        if (last == null) {
            faults.add(fault("lastDay", "REQUIRED", "absence.lastDay.required"));
        } else if (first != null && last.isBefore(first)) {
            faults.add(fault("lastDay", "ORDER", "absence.lastDay.order"));
        } else if (last.isAfter((first == null ? today : first).plusYears(LONGEST_YEARS))) {
            faults.add(fault("lastDay", "LENGTH", "absence.lastDay.long"));
        }
    }

    private @Nullable Actor checkSubstitute(String absent, String substitute, List<Fault> faults) {
        var standIn = officer(substitute);
        if (substitute.equals(absent)) {
            faults.add(fault("substitute", "SELF", "absence.substitute.self"));
        } else if (standIn == null) {
            faults.add(fault("substitute", "CHOICE", "absence.substitute.unknown", substitute));
        }
        return standIn;
    }

    /** Nobody is away twice, nor stands in while away: a task would go round. */
    private void checkOthers(
            String absent,
            @Nullable String substitute,
            AbsenceNotice notice,
            Set<String> chosen,
            LocalDate today,
            List<Fault> faults) {
        var first = notice.firstDay();
        var last = notice.lastDay();
        if (first == null || last == null) {
            return;
        }
        for (var other : table.from(today, null)) {
            if (!other.meets(first, last)) {
                continue;
            }
            if (other.absent().equals(absent) && other.shares(chosen)) {
                faults.add(fault("firstDay", "OVERLAP", "absence.overlap", from(other), to(other)));
                return; // one says enough
            } else if (absent.equals(other.substitute())) {
                faults.add(
                        fault("firstDay", "CHAIN", "absence.chain.absent", other.absentName(), from(other), to(other)));
            } else if (other.absent().equals(substitute)) {
                faults.add(fault(
                        "substitute", "CHAIN", "absence.chain.substitute", other.absentName(), from(other), to(other)));
            }
        }
    }

    /** Whether there is something to lend; a fault when it cannot be. */
    private boolean checkGroups(Actor me, Actor away, Actor standIn, Set<String> chosen, List<Fault> faults) {
        var tasks = steps.all().stream()
                .filter(step -> chosen.isEmpty() || chosen.contains(step.id()))
                .toList();
        var missing = away.memberships().stream()
                .filter(held ->
                        tasks.stream().anyMatch(step -> step.isFor(held.role().group(), held.group())))
                .filter(held -> !standIn.memberships().contains(held))
                .sorted(Comparator.comparing(Membership::group))
                .toList();
        var personal = missing.stream()
                .filter(held -> !Role.LENT.contains(held.role()))
                .toList();
        if (!personal.isEmpty()) {
            faults.add(fault(
                    "substitute", "PERSONAL", "absence.substitute.personal", standIn.displayName(), labels(personal)));
        } else if (!missing.isEmpty() && !me.is(Role.MANAGER)) {
            faults.add(
                    fault("substitute", "GROUP", "absence.substitute.group", standIn.displayName(), labels(missing)));
        }
        return !missing.isEmpty();
    }

    private static String labels(List<Membership> memberships) {
        return memberships.stream().map(Membership::label).collect(Collectors.joining(", "));
    }

    private @Nullable Actor officer(String username) {
        return accounts.findByUsername(username)
                .filter(Account::isOfficer)
                .map(Account::actor)
                .orElse(null);
    }

    private static String from(Absence absence) {
        return FrenchDay.format(absence.firstDay());
    }

    private static String to(Absence absence) {
        return FrenchDay.format(absence.lastDay());
    }

    private static Fault fault(String field, String rule, String key, Object... arguments) {
        return new Fault(field, rule, Sentences.of(key, arguments));
    }
}
