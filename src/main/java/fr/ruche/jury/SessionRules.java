package fr.ruche.jury;

import fr.ruche.common.Fault;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.identity.Actors;
import fr.ruche.programme.CallParameters.Measure;
import fr.ruche.programme.Calls;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a session must have before it is convened. */
@Component
class SessionRules {

    private static final int LONGEST = 200;
    private static final Pattern JURY = Pattern.compile("regional|\\d{9}");

    private static final Pattern SIREN = Pattern.compile("\\d{9}");

    private final Calls calls;
    private final Actors actors;

    SessionRules(Calls calls, Actors actors) {
        this.calls = calls;
        this.actors = actors;
    }

    /** @throws fr.ruche.common.NotFound when there is no such call */
    void check(SessionPlan plan) {
        var faults = new ArrayList<Fault>();
        require(plan.call(), "call", Sentences.of("jury.session.call"), faults);
        require(plan.place(), "place", Sentences.of("jury.session.place"), faults);
        if (plan.startsAt() == null) {
            faults.add(new Fault("startsAt", "REQUIRED", Sentences.of("jury.session.startsAt")));
        }
        require(plan.jury(), "jury", Sentences.of("jury.session.which"), faults);
        if (plan.jury() != null && !JURY.matcher(plan.jury()).matches()) {
            faults.add(new Fault("jury", "FORMAT", Sentences.of("jury.session.jury")));
        }
        checkMembers(plan, faults);
        Rejected.ifAny(faults);
        if (plan.call() != null && plan.jury() != null) {
            check(plan.query(), plan.call(), plan.jury());
        }
    }

    /** @throws fr.ruche.common.NotFound when there is no such call */
    void check(@Nullable AgendaQuery query, String call, String jury) {
        var known = calls.current(call).parameters().measures().stream()
                .map(Measure::code)
                .toList();
        var faults = new ArrayList<Fault>();
        if (query != null) {
            query.measures().stream()
                    .filter(code -> !known.contains(code))
                    .forEach(code ->
                            faults.add(new Fault("measures", "MEASURE", Sentences.of("jury.query.measure", code))));
            if (!query.territories().isEmpty() && !"regional".equals(jury)) {
                faults.add(new Fault("territories", "ROUTE-01", Sentences.of("jury.query.territorial")));
            }
            query.territories().stream()
                    .filter(siren -> !SIREN.matcher(siren).matches())
                    .forEach(siren -> faults.add(
                            new Fault("territories", "FORMAT", Sentences.of("jury.query.territory", siren))));
        }
        Rejected.ifAny(faults);
    }

    private static void require(@Nullable String value, String field, String message, List<Fault> faults) {
        if (value == null || value.isBlank()) {
            faults.add(new Fault(field, "REQUIRED", message));
        } else if (value.length() > LONGEST) {
            faults.add(new Fault(field, "LENGTH", Sentences.of("jury.session.long", LONGEST)));
        }
    }

    private void checkMembers(SessionPlan plan, List<Fault> faults) {
        for (var member : plan.members()) {
            require(member.name(), "members", Sentences.of("jury.member.name"), faults);
            if (member.college() == null) {
                faults.add(new Fault("members", "REQUIRED", Sentences.of("jury.member.college")));
            }
        }
        plan.members().stream()
                .map(JuryMember::username)
                .filter(username -> username != null && actors.find(username).isEmpty())
                .forEach(username ->
                        faults.add(new Fault("members", "ACCOUNT", Sentences.of("jury.member.account", username))));
        if (plan.members().stream().filter(JuryMember::president).count() != 1) {
            faults.add(new Fault("members", "PRESIDENT", Sentences.of("jury.member.president")));
        }
        if (plan.members().stream().anyMatch(member -> member.president() && member.substitute())) {
            faults.add(new Fault("members", "PRESIDENT", Sentences.of("jury.member.presidentSubstitute")));
        }
        checkNames(plan.members(), faults);
        if (plan.jury() != null && !"regional".equals(plan.jury()) && !bothColleges(plan)) {
            faults.add(new Fault("members", "ROUTE-01", Sentences.of("jury.member.colleges")));
        }
    }

    /** The attendance and the minutes know a member by name. */
    private static void checkNames(List<JuryMember> members, List<Fault> faults) {
        var seen = new HashSet<String>();
        members.stream()
                .map(JuryMember::name)
                .filter(name -> name != null && !name.isBlank())
                .filter(name -> !seen.add(name.strip().toLowerCase(Locale.FRANCE)))
                .distinct()
                .forEach(name ->
                        faults.add(new Fault("members", "TWICE", Sentences.of("jury.member.twice", name.strip()))));
    }

    private static boolean bothColleges(SessionPlan plan) {
        return plan.members().stream()
                        .filter(member -> !member.substitute())
                        .map(JuryMember::college)
                        .filter(Objects::nonNull)
                        .distinct()
                        .count()
                == College.values().length;
    }
}
