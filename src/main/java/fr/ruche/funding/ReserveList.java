package fr.ruche.funding;

import fr.ruche.common.Conflict;
import fr.ruche.common.Forbidden;
import fr.ruche.common.FrenchDay;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.DossierStatus;
import fr.ruche.dossier.Dossiers;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Role;
import fr.ruche.workflow.Processes;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The reserve lists of the juries. Money that comes back after a decision is set aside for the next in rank by itself;
 * the commission permanente then decides on it, as on any other grant. The rank is strict: nobody is called before one
 * for whom too little is left, but by a manager who says why.
 */
@Service
@Transactional
public class ReserveList {

    /** Where a dossier of the list waits for its place. */
    static final String WAITING = "receiveTask_awaitPlace";

    private static final int LONGEST = 4000;

    private final ReserveTable table;
    private final Envelopes envelopes;
    private final Dossiers dossiers;
    private final FundingDecisions decisions;
    private final Processes processes;
    private final Clock clock;

    ReserveList(
            ReserveTable table,
            Envelopes envelopes,
            Dossiers dossiers,
            FundingDecisions decisions,
            Processes processes,
            Clock clock) {
        this.table = table;
        this.envelopes = envelopes;
        this.dossiers = dossiers;
        this.decisions = decisions;
        this.processes = processes;
        this.clock = clock;
    }

    /** Those of a call, jury by jury, in the order of their ranks. @throws Forbidden when not a manager */
    @Transactional(readOnly = true)
    public List<ReserveLine> of(String call, Actor by) {
        mustManage(by);
        return table.of(call);
    }

    /** Who was called, the latest first. @throws Forbidden when not a manager */
    @Transactional(readOnly = true)
    public List<ReserveMove> moves(String call, Actor by) {
        mustManage(by);
        return table.moves(call);
    }

    /** Where the dossier stands on its list, for whoever may see the dossier; empty when on none. */
    @Transactional(readOnly = true)
    public Optional<ReserveLine> on(DossierNumber number, Actor reader) {
        var dossier = dossiers.visibleTo(reader, number);
        return dossier.status() == DossierStatus.LISTE_COMPLEMENTAIRE ? line(dossier.call(), number) : Optional.empty();
    }

    /** With which money a dossier of the list was called, in French; empty for any other dossier. */
    @Transactional(readOnly = true)
    public Optional<String> place(DossierNumber number) {
        var dossier = dossiers.get(number);
        if (dossier.status() != DossierStatus.LISTE_COMPLEMENTAIRE) {
            return Optional.empty();
        }
        return table.moves(dossier.call()).stream()
                .filter(move -> move.dossier().equals(number.value()))
                .findFirst()
                .map(ReserveMove::told);
    }

    /**
     * A manager sets money aside for a dossier of the list, whose decision can then be taken.
     *
     * @throws Rejected without a motive when others are before it, or naming the envelope that has not enough left
     * @throws Conflict when the dossier is on no list, or was called already
     */
    public void call(DossierNumber number, @Nullable String motive, Actor by) {
        mustManage(by);
        var why = motive == null || motive.isBlank() ? null : motive.strip();
        var dossier = dossiers.hold(number);
        var line = line(dossier.call(), number)
                .filter(one -> WAITING.equals(dossier.step()) && !dossier.suspended())
                .orElseThrow(() -> new Conflict(Sentences.of("reserve.notWaiting", number)));
        if (why == null && !line.equals(next(line).orElse(null))) {
            throw Rejected.because("motive", "RANK", Sentences.of("reserve.motive.required", line.rank()));
        }
        if (why != null && why.length() > LONGEST) {
            throw Rejected.because("motive", "LENGTH", Sentences.of("jury.session.long", LONGEST));
        }
        setAside(line, null, why, by.signature());
    }

    /** The list is over for a dossier that was not called. */
    public void close(DossierNumber number) {
        var until = decisions.latest(number).map(Decision::reserveUntil).orElseThrow();
        dossiers.become(number, DossierStatus.LISTE_CLOSE, Sentences.of("reserve.closed", FrenchDay.format(until)));
    }

    /**
     * Calls the next in rank that is not suspended, among those who draw from the same envelope, as long as something
     * of what came back is left; the last with what the envelope adds.
     */
    void moveOn(ReserveTable.Freed freed) {
        var operating = freed.operating();
        var investment = freed.investment();
        for (var line : table.of(freed.call())) {
            if (!line.jury().equals(freed.jury())
                    || line.called()
                    || line.dossier().value().equals(freed.dossier())) {
                continue;
            }
            var dossier = dossiers.hold(line.dossier());
            if (!WAITING.equals(dossier.step()) || dossier.suspended()) {
                continue;
            }
            var fromOperating = draws(line, Credit.OPERATING, freed.operatingEnvelope());
            var fromInvestment = draws(line, Credit.INVESTMENT, freed.investmentEnvelope());
            if (!fromOperating && !fromInvestment) {
                continue;
            }
            var left = fromOperating && operating.signum() > 0 || fromInvestment && investment.signum() > 0;
            if (!left || !suffices(line)) {
                break;
            }
            setAside(line, freed.dossier(), null, Sentences.of("reserve.ruche"));
            operating = fromOperating ? operating.subtract(line.operating()) : operating;
            investment = fromInvestment ? investment.subtract(line.investment()) : investment;
        }
        table.handled(freed.id(), clock.instant());
    }

    private void setAside(ReserveLine line, @Nullable String freedBy, @Nullable String motive, String by) {
        var number = line.dossier();
        envelopes.commit(number, line.call(), line.jury(), line.measure(), line.operating(), line.investment());
        var move = new ReserveMove(
                number.value(), line.operating(), line.investment(), freedBy, motive, by, clock.instant());
        table.called(move, line.call());
        dossiers.note(number, "RESERVE_CALLED", move.told());
        processes.send("placeFreed", number.value(), Map.of());
    }

    private Optional<ReserveLine> line(String call, DossierNumber number) {
        return table.of(call).stream()
                .filter(one -> one.dossier().equals(number))
                .findFirst();
    }

    private Optional<ReserveLine> next(ReserveLine like) {
        return table.of(like.call()).stream()
                .filter(one -> one.jury().equals(like.jury()) && !one.called())
                .filter(one -> !dossiers.get(one.dossier()).suspended())
                .findFirst();
    }

    private boolean draws(ReserveLine line, Credit credit, @Nullable UUID envelope) {
        var amount = credit == Credit.OPERATING ? line.operating() : line.investment();
        return amount.signum() > 0
                && envelopes
                        .source(line.call(), line.jury(), line.measure(), credit)
                        .filter(source -> source.id().equals(envelope))
                        .isPresent();
    }

    private boolean suffices(ReserveLine line) {
        return envelopes.suffices(line.call(), line.jury(), line.measure(), line.operating(), line.investment());
    }

    private static void mustManage(Actor by) {
        if (!by.is(Role.MANAGER)) {
            throw new Forbidden(Sentences.of("reserve.forbidden"));
        }
    }
}
