package fr.ruche.instruction;

import fr.ruche.common.FrenchDay;
import fr.ruche.common.ParisTime;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.DossierCase;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.DossierStatus;
import fr.ruche.dossier.Dossiers;
import fr.ruche.identity.Actor;
import fr.ruche.programme.Calls;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The Region checks that the papers of a full dossier are there (001 l.13, « dossiers complets »). */
@Service
@Transactional
public class Completeness {

    private final EntityManager database;
    private final Dossiers dossiers;
    private final Calls calls;
    private final CheckedCompletenesses checks;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Completeness(
            EntityManager database,
            Dossiers dossiers,
            Calls calls,
            CheckedCompletenesses checks,
            ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.dossiers = dossiers;
        this.calls = calls;
        this.checks = checks;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Keeps the check; asks the porteur for papers when they are to be completed.
     *
     * @throws Rejected without a reason, unless the dossier is complete and no paper is missing
     */
    public void check(DossierNumber number, CompletenessVerdict verdict, @Nullable String reason, Actor by) {
        var missing = dossiers.missingDocuments(number);
        if (reason == null && (verdict != CompletenessVerdict.COMPLETE || !missing.isEmpty())) {
            throw Rejected.because("completenessReason", "REQUIRED", whyAReason(number, verdict, missing));
        }
        var overridden = verdict == CompletenessVerdict.COMPLETE
                ? !missing.isEmpty()
                : verdict == CompletenessVerdict.TO_COMPLETE && overrideRequired(number);
        var check = new CompletenessCheck(verdict, reason, missing, overridden, by.signature(), clock.instant());
        database.persist(new CheckedCompleteness(number, check, by));
        dossiers.noteComplete(number, verdict == CompletenessVerdict.COMPLETE);
        dossiers.note(number, "COMPLETENESS_CHECKED", sentence(check));
        if (verdict == CompletenessVerdict.TO_COMPLETE && reason != null) {
            events.publishEvent(new DocumentsRequested(number, reason, missing, lastDay(number)));
        }
    }

    /** Whether asking for papers now sets choice A6 aside: the call regularises nothing once its deadline is over. */
    @Transactional(readOnly = true)
    public boolean overrideRequired(DossierNumber number) {
        var dossier = dossiers.get(number);
        var call = calls.current(dossier.call());
        var limit = call.dossierDeadline(territory(dossier))
                .plusDays(call.parameters().choices().regularisationDays());
        return !clock.instant().isBefore(ParisTime.endOf(limit));
    }

    /** Ends the dossier on the last check, which found it inadmissible. */
    public void reject(DossierNumber number) {
        var all = history(number);
        var reason = all.isEmpty() ? null : all.get(all.size() - 1).reason();
        dossiers.become(number, DossierStatus.IRRECEVABLE, reason == null ? "" : reason);
    }

    /** Every check made, the oldest first. */
    @Transactional(readOnly = true)
    public List<CompletenessCheck> history(DossierNumber number) {
        return checks.findByDossierOrderByCheckedAt(number.value()).stream()
                .map(CheckedCompleteness::toCheck)
                .toList();
    }

    private java.time.LocalDate lastDay(DossierNumber number) {
        var delays = calls.current(dossiers.get(number).call()).parameters().delays();
        return ParisTime.dayOf(clock.instant()).plusDays(delays.documentsDays());
    }

    private String whyAReason(DossierNumber number, CompletenessVerdict verdict, List<String> missing) {
        if (verdict == CompletenessVerdict.COMPLETE) {
            return Sentences.of("completeness.missing", String.join(", ", missing));
        }
        if (verdict == CompletenessVerdict.TO_COMPLETE && overrideRequired(number)) {
            var deadline = calls.current(dossiers.get(number).call()).dossierDeadline(territory(dossiers.get(number)));
            return Sentences.of("completeness.tooLate", FrenchDay.format(deadline));
        }
        return Sentences.of("completeness.reason.required", verdict.label());
    }

    private static String territory(DossierCase dossier) {
        return dossier.territory() == null ? "" : dossier.territory();
    }

    private static String sentence(CompletenessCheck check) {
        var derogation = check.overridden() ? Sentences.of("completeness.overridden") : "";
        var reason = check.reason() == null ? "" : Sentences.of("line.motive", check.reason());
        return Sentences.of("completeness.line", check.verdict().label(), derogation, reason);
    }
}
