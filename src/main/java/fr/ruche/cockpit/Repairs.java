package fr.ruche.cockpit;

import fr.ruche.common.Conflict;
import fr.ruche.common.Deed;
import fr.ruche.common.Deed.Domain;
import fr.ruche.common.Forbidden;
import fr.ruche.common.NotFound;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Role;
import fr.ruche.workflow.Incident;
import fr.ruche.workflow.Incidents;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What failed by itself, and another attempt at it, which the timeline of the dossier tells. For managers. */
@Service
public class Repairs {

    /** How many are shown, and tried again, at once. */
    public static final int MOST = 200;

    private final Incidents incidents;
    private final Dossiers dossiers;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    Repairs(
            Incidents incidents,
            Dossiers dossiers,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.incidents = incidents;
        this.dossiers = dossiers;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Those that are not tried any more first. @throws Forbidden when not a manager */
    public List<IncidentView> incidents(Actor me) {
        require(me);
        var found = incidents.all(MOST);
        var seen = dossiers.seen(
                me, found.stream().flatMap(one -> dossier(one).stream()).collect(Collectors.toSet()));
        return found.stream()
                .map(one -> new IncidentView(one, dossier(one).map(seen::get).orElse(null)))
                .toList();
    }

    /** How many there are. */
    public long number(Actor me) {
        require(me);
        return incidents.number();
    }

    /**
     * Another attempt at each, one transaction each: one that was done meanwhile is left out.
     *
     * @return how many are tried again
     * @throws Rejected at {@code job} when none or more than {@link #MOST} are chosen
     */
    public int retry(Actor me, List<String> jobs) {
        require(me);
        if (jobs.isEmpty()) {
            throw Rejected.because("job", "REQUIRED", Sentences.of("incident.required"));
        }
        if (jobs.size() > MOST) {
            throw Rejected.because("job", "SIZE", Sentences.of("incident.many", MOST));
        }
        return (int) jobs.stream().distinct().filter(job -> retry(me, job)).count();
    }

    private boolean retry(Actor me, String job) {
        try {
            transaction.executeWithoutResult(alone -> incidents
                    .find(job)
                    .ifPresentOrElse(
                            incident -> {
                                dossier(incident)
                                        .ifPresentOrElse(
                                                number -> {
                                                    dossiers.visibleForChange(me, number);
                                                    dossiers.note(
                                                            number,
                                                            "INCIDENT_RETRIED",
                                                            Sentences.of("incident.line", title(incident)));
                                                },
                                                () -> events.publishEvent(new Deed(
                                                        Domain.OPERATION,
                                                        incident.businessKey(),
                                                        "INCIDENT_RETRIED",
                                                        Sentences.of("incident.line", title(incident)))));
                                incidents.retry(job);
                            },
                            () -> {
                                throw new Conflict(Sentences.of("incident.gone"));
                            }));
            return true;
        } catch (Conflict | NotFound gone) {
            return false;
        }
    }

    private static String title(Incident incident) {
        return incident.label().isEmpty() ? incident.element() : incident.label();
    }

    private static Optional<DossierNumber> dossier(Incident incident) {
        return DossierNumber.find(incident.businessKey());
    }

    private static void require(Actor me) {
        if (!me.is(Role.MANAGER)) {
            throw new Forbidden(Sentences.of("cockpit.forbidden"));
        }
    }
}
