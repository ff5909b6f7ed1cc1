package fr.ruche.jury;

import fr.ruche.common.Conflict;
import fr.ruche.common.Euros;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.DossierCase;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.DossierStatus;
import fr.ruche.dossier.Dossiers;
import fr.ruche.dossier.Dossiers.Moment;
import fr.ruche.dossier.Recusals;
import fr.ruche.funding.Envelopes;
import fr.ruche.identity.Actor;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the juries say of the dossiers. */
@Service
@Transactional
public class JuryOutcomes {

    private final Dossiers dossiers;
    private final Recusals recusals;
    private final AgendaTable items;
    private final JurySessions sessions;
    private final OutcomeRules rules;
    private final Envelopes envelopes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JuryOutcomes(
            Dossiers dossiers,
            Recusals recusals,
            AgendaTable items,
            JurySessions sessions,
            OutcomeRules rules,
            Envelopes envelopes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.dossiers = dossiers;
        this.recusals = recusals;
        this.items = items;
        this.sessions = sessions;
        this.rules = rules;
        this.envelopes = envelopes;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Records the outcome on the agenda of the session; a favourable one commits its amounts. Where conflicts of
     * interest leave nobody of a college, a dossier only goes to the regional jury ({@code domain.md} 5.3), and the
     * reason says so. A dossier of the reserve list keeps its amounts and commits nothing.
     *
     * @throws Rejected naming every missing or impossible field, or the envelope that does not suffice
     * @throws Conflict when the dossier is on no agenda
     * @throws fr.ruche.common.Forbidden when a conflict of interest keeps this person from the dossier
     */
    public void record(DossierNumber number, JuryAnswer given, Actor by) {
        var dossier = dossiers.hold(number);
        var item = items.open(number.value()).orElseThrow(() -> new Conflict(Sentences.of("jury.nowhere")));
        recusals.mustNotKeep(by, number);
        var answer = rules.check(dossier, dossiers.assess(number, Moment.JURY), sentOn(item, given));
        checkVote(item, answer.vote());
        spend(dossier, answer);
        item.record(answer, by, clock.instant());
        dossiers.note(number, "JURY_OUTCOME", sentence(answer));
        if (answer.outcome() == JuryOutcome.AJOURNE) {
            events.publishEvent(new JuryPostponed(number, Objects.requireNonNull(answer.reason())));
        }
    }

    /** Nobody votes who is kept from the dossier, and nobody twice. */
    private void checkVote(ScheduledDossier item, @Nullable Vote vote) {
        if (vote == null) {
            return;
        }
        var session = sessions.get(item.session());
        var voters = session.agenda().stream()
                .filter(one -> one.dossier().equals(item.dossier()))
                .findFirst()
                .map(one -> session.members().stream()
                        .filter(member -> !one.keeps(member))
                        .count())
                .orElse(0L);
        if (vote.total() > voters) {
            throw Rejected.because("votesFor", "VOTERS", Sentences.of("jury.vote.many", vote.total(), voters));
        }
    }

    /** Without both colleges the jury says nothing of a dossier but that it goes to the regional jury, and why. */
    private JuryAnswer sentOn(ScheduledDossier item, JuryAnswer given) {
        var session = sessions.get(item.session());
        var missing = session.pending().stream()
                .filter(one -> one.dossier().equals(item.dossier()))
                .flatMap(one -> session.missing(one).stream())
                .map(College::label)
                .collect(Collectors.joining(", "));
        if (missing.isEmpty()) {
            return given;
        }
        if (given.outcome() != JuryOutcome.RENVOI_JURY_REGIONAL) {
            throw Rejected.because("juryOutcome", "ROUTE-01", Sentences.of("jury.outcome.college", missing));
        }
        var why = Sentences.of("jury.reason.college", missing);
        return new JuryAnswer(
                given.outcome(),
                given.operating(),
                given.investment(),
                given.reason() == null ? why : why + "\n" + given.reason(),
                given.vote());
    }

    /** The jury has found that the project belongs to another scheme. */
    public void redirect(DossierNumber number) {
        var reason = items.lastOutcome(number.value())
                .map(item -> item.toItem().reason())
                .orElse("");
        dossiers.become(number, DossierStatus.REORIENTE, reason == null ? "" : reason);
    }

    /** The id of the session for which the dossier waits; empty when on no agenda. */
    @Transactional(readOnly = true)
    public Optional<UUID> sessionOf(DossierNumber number) {
        return items.open(number.value()).map(ScheduledDossier::session);
    }

    /** The smallest grant for this dossier, in euros; zero when the call sets none (A3). */
    @Transactional(readOnly = true)
    public BigDecimal floor(DossierNumber number) {
        return rules.floor(dossiers.get(number));
    }

    private void spend(DossierCase dossier, JuryAnswer answer) {
        var operating = Objects.requireNonNull(answer.operating());
        var investment = Objects.requireNonNull(answer.investment());
        if (answer.outcome().commits()) {
            envelopes.commit(
                    dossier.number(), dossier.call(), Objects.requireNonNull(dossier.jury()), operating, investment);
        } else {
            envelopes.release(
                    dossier.number(),
                    Sentences.of("jury.released", answer.outcome().label()));
        }
        dossiers.noteGrant(dossier.number(), operating, investment);
    }

    private static String sentence(JuryAnswer answer) {
        var amounts = answer.outcome().favourable()
                ? Sentences.of(
                        "jury.amounts",
                        Euros.format(Objects.requireNonNull(answer.operating())),
                        Euros.format(Objects.requireNonNull(answer.investment())))
                : "";
        var reason = answer.reason() == null ? "" : Sentences.of("line.motive", answer.reason());
        return Sentences.of("jury.line", answer.outcome().label(), amounts, reason);
    }
}
