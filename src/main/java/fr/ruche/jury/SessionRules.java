package fr.ruche.jury;

import fr.ruche.common.Fault;
import fr.ruche.common.Rejected;
import fr.ruche.programme.Calls;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a session must have before it is convened. */
@Component
class SessionRules {

    private static final Pattern JURY = Pattern.compile("regional|\\d{9}");

    private final Calls calls;

    SessionRules(Calls calls) {
        this.calls = calls;
    }

    /** @throws fr.ruche.common.NotFound when there is no such call */
    void check(SessionPlan plan) {
        var faults = new ArrayList<Fault>();
        require(plan.call(), "call", "L’appel à projets est obligatoire.", faults);
        require(plan.place(), "place", "Le lieu de la séance est obligatoire.", faults);
        if (plan.startsAt() == null) {
            faults.add(new Fault("startsAt", "REQUIRED", "La date et l’heure de la séance sont obligatoires."));
        }
        if (plan.jury() == null || !JURY.matcher(plan.jury()).matches()) {
            faults.add(new Fault(
                    "jury",
                    "FORMAT",
                    "Le jury est « regional » ou le numéro SIREN (9 chiffres) d’une intercommunalité."));
        }
        checkMembers(plan, faults);
        Rejected.ifAny(faults);
        if (plan.call() != null) {
            calls.current(plan.call());
        }
    }

    private static void require(@Nullable String value, String field, String message, List<Fault> faults) {
        if (value == null || value.isBlank()) {
            faults.add(new Fault(field, "REQUIRED", message));
        } else if (value.length() > 300) {
            faults.add(new Fault(field, "LENGTH", "Ce texte a au plus 300 caractères."));
        }
    }

    private static void checkMembers(SessionPlan plan, List<Fault> faults) {
        for (var member : plan.members()) {
            require(member.name(), "members", "Chaque membre a un nom.", faults);
            if (member.college() == null) {
                faults.add(new Fault(
                        "members", "REQUIRED", "Chaque membre est d’un collège : REGION ou INTERCOMMUNALITE."));
            }
        }
        if (plan.members().stream().filter(JuryMember::president).count() != 1) {
            faults.add(new Fault("members", "PRESIDENT", "La séance a un président, et un seul."));
        }
        if (!"regional".equals(plan.jury()) && !bothColleges(plan)) {
            faults.add(new Fault(
                    "members",
                    "ROUTE-01",
                    "Un jury territorial réunit des élus de la Région et des élus de l’intercommunalité."));
        }
    }

    private static boolean bothColleges(SessionPlan plan) {
        return plan.members().stream().map(JuryMember::college).distinct().count() == College.values().length;
    }
}
