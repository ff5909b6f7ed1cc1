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
import java.util.List;
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
    private final RollCall roll;
    private final OutcomeProposal proposals;
    private final Envelopes envelopes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JuryOutcomes(
            Dossiers dossiers,
            Recusals recusals,
            AgendaTable items,
            JurySessions sessions,
            OutcomeRules rules,
            RollCall roll,
            OutcomeProposal proposals,
            Envelopes envelopes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.dossiers = dossiers;
        this.recusals = recusals;
        this.items = items;
        this.sessions = sessions;
        this.rules = rules;
        this.roll = roll;
        this.proposals = proposals;
        this.envelopes = envelopes;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Records the outcome on the agenda of the session, with the quorum that was found; a favourable one commits its
     * amounts. Where conflicts of interest leave nobody of a college, or are what the quorum lacks, a dossier of a
     * territorial jury only goes to the regional jury ({@code domain.md} 5.3), and the reason says so. A dossier of the
     * reserve list keeps its amounts and commits nothing.
     *
     * @throws Rejected naming every missing or impossible field, or the envelope that does not suffice
     * @throws Conflict when the dossier is on no agenda
     * @throws fr.ruche.common.Forbidden when a conflict of interest keeps this person from the dossier
     */
    public void record(DossierNumber number, JuryAnswer given, Actor by) {
        var dossier = dossiers.hold(number);
        var item = items.open(number.value()).orElseThrow(() -> new Conflict(Sentences.of("jury.nowhere")));
        recusals.mustNotKeep(by, number);
        var session = sessions.get(item.session());
        var point = session.pending().stream()
                .filter(one -> one.dossier().equals(number))
                .findFirst()
                .orElseThrow(() -> new Conflict(Sentences.of("jury.nowhere")));
        var quorum = roll.quorum(session, point);
        var answer = rules.check(
                dossier, dossiers.assess(number, Moment.JURY).orElse(null), sentOn(session, point, quorum, given));
        checkVote(quorum, answer.vote());
        spend(dossier, answer);
        var place = proposals.on(item.session(), number).map(OutcomeProposal.Proposed::place);
        item.record(answer, quorum, place.orElse(null), by, clock.instant());
        dossiers.note(number, "JURY_OUTCOME", sentence(answer));
        if (answer.outcome() == JuryOutcome.AJOURNE) {
            events.publishEvent(new JuryPostponed(number, Objects.requireNonNull(answer.reason())));
        }
    }

    /** Nobody votes who is absent or kept from the dossier, and nobody twice. */
    private static void checkVote(List<Quorum> quorum, @Nullable Vote vote) {
        var voters = quorum.stream().mapToInt(Quorum::present).sum();
        if (vote != null && vote.total() > voters) {
            throw Rejected.because("votesFor", "VOTERS", Sentences.of("jury.vote.many", vote.total(), voters));
        }
    }

    /** Without both colleges or a quorum the jury says nothing of a dossier but, at most, that it goes further. */
    private static JuryAnswer sentOn(JurySession session, AgendaItem point, List<Quorum> quorum, JuryAnswer given) {
        var missing = session.missing(point).stream().map(College::label).collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            return onlyFurther(given, "ROUTE-01", "college", missing);
        }
        var lacking = quorum.stream().filter(one -> !one.met()).toList();
        if (lacking.isEmpty()) {
            return given;
        }
        if (!"regional".equals(session.jury()) && lacking.stream().allMatch(Quorum::lostByRecusals)) {
            return onlyFurther(given, "QUORUM", "quorum", RollCall.told(lacking));
        }
        throw Rejected.because(
                "juryOutcome",
                "QUORUM",
                session.uncalled().isEmpty()
                        ? Sentences.of("jury.outcome.absent", RollCall.told(lacking))
                        : Sentences.of("roll.uncalled", String.join(", ", session.uncalled())));
    }

    private static JuryAnswer onlyFurther(JuryAnswer given, String rule, String key, String what) {
        if (given.outcome() != JuryOutcome.RENVOI_JURY_REGIONAL) {
            throw Rejected.because("juryOutcome", rule, Sentences.of("jury.outcome." + key, what));
        }
        var why = Sentences.of("jury.reason." + key, what);
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
                    dossier.number(),
                    dossier.call(),
                    Objects.requireNonNull(dossier.jury()),
                    dossier.measure(),
                    operating,
                    investment);
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
