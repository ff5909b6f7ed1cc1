package fr.ruche.funding;

import fr.ruche.common.Conflict;
import fr.ruche.common.Euros;
import fr.ruche.common.Fault;
import fr.ruche.common.Forbidden;
import fr.ruche.common.FrenchDay;
import fr.ruche.common.Motive;
import fr.ruche.common.NotFound;
import fr.ruche.common.ParisTime;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.DossierBrought;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.DossierStatus;
import fr.ruche.dossier.Dossiers;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Role;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of payments. The Region pays by its own accounts; Ruche keeps what was paid, so that nothing is paid
 * beyond what was decided. A line never changes: an error is cancelled by a contra-entry.
 */
@Service
@Transactional
public class Payments {

    private static final int LONGEST = 100;

    private final JdbcClient sql;
    private final Dossiers dossiers;
    private final FundingDecisions decisions;
    private final Clock clock;

    Payments(JdbcClient sql, Dossiers dossiers, FundingDecisions decisions, Clock clock) {
        this.sql = sql;
        this.dossiers = dossiers;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** The register of a dossier, the oldest line first, for whoever may see the dossier. */
    @Transactional(readOnly = true)
    public List<Payment> of(DossierNumber number, Actor reader) {
        return register(dossiers.visibleTo(reader, number).number());
    }

    /** Nothing that was paid is undone by bringing a dossier back. */
    @EventListener
    void keep(DossierBrought change) {
        var paid = register(change.dossier()).stream().map(Payment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (paid.signum() != 0) {
            throw new Conflict(Sentences.of("payment.brought", Euros.format(paid)));
        }
    }

    /** What was granted for this section and is not paid yet, in euros; zero without a grant. */
    @Transactional(readOnly = true)
    public BigDecimal remaining(DossierNumber number, Credit credit) {
        return granted(number, credit).subtract(paid(register(number), credit));
    }

    /**
     * Records a payment.
     *
     * @throws Rejected naming each missing or wrong field, or the amount that is more than is left
     * @throws Conflict when nothing was granted, or the porteur has yet to accept it
     * @throws Forbidden when not a manager
     */
    public void record(DossierNumber number, PaymentPlan plan, Actor by) {
        var dossier = held(number, by);
        if (dossiers.get(dossier).status() != DossierStatus.ATTRIBUE) {
            throw new Conflict(Sentences.of("payment.notGranted"));
        }
        if (GrantAnswers.STEP.equals(dossiers.get(dossier).step())) {
            throw new Conflict(Sentences.of("payment.notAccepted"));
        }
        check(dossier, plan);
        insert(
                dossier,
                Objects.requireNonNull(plan.credit()),
                Objects.requireNonNull(plan.amount()),
                Objects.requireNonNull(plan.paidOn()),
                Objects.requireNonNull(plan.reference()).strip(),
                null,
                null,
                by);
    }

    /**
     * Cancels a line recorded in error, by a contra-entry.
     *
     * @throws Rejected without a motive
     * @throws NotFound when the dossier has no such payment
     * @throws Conflict when it is cancelled already
     */
    public void cancel(DossierNumber number, long id, String motive, Actor by) {
        var dossier = held(number, by);
        var why = Motive.of(motive, Sentences.of("payment.motive.required"));
        var lines = register(dossier);
        var wrong = lines.stream()
                .filter(line -> line.id() == id && line.cancels() == null)
                .findFirst()
                .orElseThrow(() -> new NotFound(Sentences.of("payment.unknown")));
        if (lines.stream().anyMatch(line -> Objects.equals(line.cancels(), id))) {
            throw new Conflict(Sentences.of("payment.cancelled"));
        }
        insert(dossier, wrong.credit(), wrong.amount().negate(), wrong.paidOn(), wrong.reference(), id, why, by);
    }

    /** Nobody else pays for it until the end of the transaction. */
    private DossierNumber held(DossierNumber number, Actor by) {
        dossiers.visibleTo(by, number);
        if (!by.is(Role.MANAGER)) {
            throw new Forbidden(Sentences.of("payment.forbidden"));
        }
        return dossiers.hold(number).number();
    }

    private void check(DossierNumber number, PaymentPlan plan) {
        var faults = new ArrayList<Fault>();
        if (plan.credit() == null) {
            faults.add(new Fault("credit", "REQUIRED", Sentences.of("payment.credit.required")));
        }
        checkAmount(number, plan, faults);
        if (plan.paidOn() == null) {
            faults.add(new Fault("paidOn", "REQUIRED", Sentences.of("payment.day.required")));
        } else if (plan.paidOn().isAfter(ParisTime.dayOf(clock.instant()))) {
            faults.add(new Fault("paidOn", "FUTURE", Sentences.of("payment.future", FrenchDay.format(plan.paidOn()))));
        }
        if (plan.reference() == null || plan.reference().isBlank()) {
            faults.add(new Fault("reference", "REQUIRED", Sentences.of("payment.reference.required")));
        } else if (plan.reference().strip().length() > LONGEST) {
            faults.add(new Fault("reference", "LENGTH", Sentences.of("jury.session.long", LONGEST)));
        }
        Rejected.ifAny(faults);
    }

    private void checkAmount(DossierNumber number, PaymentPlan plan, List<Fault> faults) {
        var amount = plan.amount();
        if (amount == null) {
            faults.add(new Fault("amount", "REQUIRED", Sentences.of("payment.amount.required")));
        } else if (amount.signum() <= 0 || amount.stripTrailingZeros().scale() > 2) {
            faults.add(new Fault("amount", "AMOUNT", Sentences.of("payment.amount.wrong")));
        } else if (plan.credit() != null && amount.compareTo(remaining(number, plan.credit())) > 0) {
            faults.add(new Fault(
                    "amount",
                    "GRANT",
                    Sentences.of(
                            "payment.amount.above",
                            Euros.format(amount),
                            Euros.format(remaining(number, plan.credit())),
                            plan.credit().label())));
        }
    }

    private BigDecimal granted(DossierNumber number, Credit credit) {
        return decisions
                .latest(number)
                .filter(decision -> decision.outcome() == DecisionOutcome.ATTRIBUE)
                .map(decision -> credit == Credit.OPERATING ? decision.operating() : decision.investment())
                .orElse(Euros.ZERO);
    }

    private static BigDecimal paid(List<Payment> lines, Credit credit) {
        return lines.stream()
                .filter(line -> line.credit() == credit)
                .map(Payment::amount)
                .reduce(Euros.ZERO, BigDecimal::add);
    }

    private void insert(
            DossierNumber number,
            Credit credit,
            BigDecimal amount,
            LocalDate paidOn,
            String reference,
            @Nullable Long cancels,
            @Nullable String motive,
            Actor by) {
        sql.sql("insert into payment (dossier, credit, amount, paid_on, reference, cancels, motive, recorded_by,"
                        + " recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        number.value(),
                        credit.name(),
                        amount,
                        paidOn,
                        reference,
                        cancels,
                        motive,
                        by.signature(),
                        Timestamp.from(clock.instant()))
                .update();
        dossiers.note(
                number,
                "PAYMENT",
                motive == null
                        ? Sentences.of(
                                "payment.told",
                                Euros.format(amount),
                                credit.label(),
                                FrenchDay.format(paidOn),
                                reference)
                        : Sentences.of("payment.toldCancelled", Euros.format(amount.negate()), reference, motive));
    }

    private List<Payment> register(DossierNumber number) {
        return sql.sql("select * from payment where dossier = ? order by id")
                .param(number.value())
                .query(Payments::payment)
                .list();
    }

    private static Payment payment(ResultSet row, int number) throws SQLException {
        return new Payment(
                row.getLong("id"),
                Credit.valueOf(row.getString("credit")),
                row.getBigDecimal("amount"),
                row.getObject("paid_on", LocalDate.class),
                row.getString("reference"),
                row.getObject("cancels", Long.class),
                row.getString("motive"),
                row.getString("recorded_by"),
                row.getTimestamp("recorded_at").toInstant());
    }
}
