package fr.ruche.funding;

import fr.ruche.common.Conflict;
import fr.ruche.common.Fault;
import fr.ruche.common.Forbidden;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.DossierStatus;
import fr.ruche.dossier.Dossiers;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Role;
import fr.ruche.programme.Calls;
import fr.ruche.workflow.ProcessVariable;
import fr.ruche.workflow.Processes;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What porteurs say of their grants: one that is declined, or not answered in time, gives its money back. */
@Service
@Transactional
public class GrantAnswers {

    /** Where a granted dossier waits for the answer of its porteur. */
    public static final String STEP = "userTask_acceptGrant";

    static final ProcessVariable<Boolean> GRANT_ACCEPTED = ProcessVariable.flag("grantAccepted");
    private static final int LONGEST = 4000;

    private final JdbcClient sql;
    private final Dossiers dossiers;
    private final Calls calls;
    private final Processes processes;
    private final Clock clock;

    GrantAnswers(JdbcClient sql, Dossiers dossiers, Calls calls, Processes processes, Clock clock) {
        this.sql = sql;
        this.dossiers = dossiers;
        this.calls = calls;
        this.processes = processes;
        this.clock = clock;
    }

    /** Whether the porteur of a granted dossier is asked to accept, which the call says. */
    @Transactional(readOnly = true)
    public boolean awaited(DossierNumber number) {
        var dossier = dossiers.get(number);
        return dossier.status() == DossierStatus.ATTRIBUE
                && calls.at(dossier.call(), dossier.callVersion())
                                .parameters()
                                .delays()
                                .acceptanceDays()
                        > 0;
    }

    /**
     * Records the answer: the porteur's own, or one on paper, by a manager who says how it came.
     *
     * @throws Rejected naming the answer, or the motive that a refusal and an answer on paper need
     * @throws Conflict when no answer is awaited (any more)
     * @throws Forbidden for anybody else
     */
    public void answer(DossierNumber number, @Nullable Boolean accepted, @Nullable String motive, Actor by) {
        dossiers.visibleTo(by, number);
        if (!by.is(Role.HOLDER) && !by.is(Role.MANAGER)) {
            throw new Forbidden(Sentences.of("grant.forbidden"));
        }
        var why = motive == null || motive.isBlank() ? null : motive.strip();
        check(accepted, why, by);
        var dossier = dossiers.hold(number);
        if (!STEP.equals(dossier.step())) {
            throw new Conflict(Sentences.of("grant.notAwaited"));
        }
        var yes = Objects.requireNonNull(accepted);
        sql.sql("insert into grant_answer (dossier, accepted, motive, answered_by, answered_at) values (?, ?, ?, ?, ?)")
                .params(number.value(), yes, why, by.signature(), Timestamp.from(clock.instant()))
                .update();
        dossiers.note(
                number,
                yes ? "GRANT_ACCEPTED" : "GRANT_DECLINED",
                Sentences.of(yes ? "grant.line.accepted" : "grant.line.declined")
                        + (why == null ? "" : Sentences.of("line.motive", why)));
        processes.complete(number.value(), STEP, by.username(), Map.of(GRANT_ACCEPTED, yes));
    }

    /** The grant was declined, or its porteur has said nothing in time: its money goes to the reserve list. */
    public void release(DossierNumber number) {
        dossiers.become(number, DossierStatus.RENONCE, declined(number).orElse(Sentences.of("grant.silent")));
    }

    private Optional<String> declined(DossierNumber number) {
        return sql.sql("select motive from grant_answer where dossier = ? and not accepted order by id desc limit 1")
                .param(number.value())
                .query(String.class)
                .optional();
    }

    private static void check(@Nullable Boolean accepted, @Nullable String motive, Actor by) {
        var faults = new ArrayList<Fault>();
        if (accepted == null) {
            faults.add(new Fault("accepted", "REQUIRED", Sentences.of("grant.accepted.required")));
        }
        if (motive == null && by.is(Role.MANAGER)) {
            faults.add(new Fault("motive", "REQUIRED", Sentences.of("grant.motive.required")));
        } else if (motive == null && Boolean.FALSE.equals(accepted)) {
            faults.add(new Fault("motive", "REQUIRED", Sentences.of("grant.motive.decline")));
        } else if (motive != null && motive.length() > LONGEST) {
            faults.add(new Fault("motive", "LENGTH", Sentences.of("jury.session.long", LONGEST)));
        }
        Rejected.ifAny(faults);
    }
}
