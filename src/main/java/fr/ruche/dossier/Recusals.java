package fr.ruche.dossier;

import fr.ruche.common.Conflict;
import fr.ruche.common.Forbidden;
import fr.ruche.common.Motive;
import fr.ruche.common.NotFound;
import fr.ruche.common.Sentences;
import fr.ruche.identity.Actor;
import fr.ruche.workflow.Processes;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is kept from which dossier by a conflict of interest. Every door to the dossier asks it, by
 * {@link Dossiers#visibleTo} and by the lists; its tasks are closed in the engine too. Who may say so is decided by the
 * caller.
 */
@Service
@Transactional
public class Recusals {

    private final KeptAway kept;
    private final Dossiers dossiers;
    private final Processes processes;
    private final ApplicationEventPublisher events;
    private final JdbcClient sql;
    private final Clock clock;

    Recusals(
            KeptAway kept,
            Dossiers dossiers,
            Processes processes,
            ApplicationEventPublisher events,
            JdbcClient sql,
            Clock clock) {
        this.kept = kept;
        this.dossiers = dossiers;
        this.processes = processes;
        this.events = events;
        this.sql = sql;
        this.clock = clock;
    }

    /** Everybody who is kept from these dossiers, declared or deduced, by name. */
    @Transactional(readOnly = true)
    public List<Recusal> of(Collection<DossierNumber> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : sql.sql("select * from kept_away where dossier = any(:numbers) order by name, ground, detail")
                        .param(
                                "numbers",
                                numbers.stream().map(DossierNumber::value).toArray(String[]::new))
                        .query((row, at) -> new Recusal(
                                new DossierNumber(row.getString("dossier")),
                                row.getString("username"),
                                row.getString("name"),
                                RecusalGround.valueOf(row.getString("ground")),
                                row.getString("detail")))
                        .list();
    }

    /** Whether this person is kept from the dossier. */
    @Transactional(readOnly = true)
    public boolean keeps(Actor actor, DossierNumber number) {
        return kept.is(actor, number);
    }

    /** @throws Forbidden when this person is kept from the dossier */
    @Transactional(readOnly = true)
    public void mustNotKeep(Actor actor, DossierNumber number) {
        if (keeps(actor, number)) {
            throw new Forbidden(Sentences.of("recusal.kept"));
        }
    }

    /**
     * Keeps somebody from a dossier from now on.
     *
     * @param username null for somebody without an account
     * @throws fr.ruche.common.Rejected without a motive
     * @throws Conflict when it was declared already
     */
    public void declare(DossierNumber number, @Nullable String username, String name, String motive, Actor by) {
        var why = Motive.of(motive, Sentences.of("recusal.motive.required"));
        dossiers.get(number);
        try {
            sql.sql("""
                            insert into dossier_recusal (id, dossier, username, name, motive, declared_by, declared_at)
                            values (?, ?, ?, ?, ?, ?, ?)""")
                    .params(UUID.randomUUID(), number.value(), username, name, why, by.signature(), now())
                    .update();
        } catch (DuplicateKeyException again) {
            throw new Conflict(Sentences.of("recusal.already", name, number));
        }
        dossiers.note(number, "RECUSED", Sentences.of("recusal.line", name));
        if (username != null) {
            processes.close(number.value(), username);
        }
        events.publishEvent(new RecusalsChanged(Set.of(number)));
    }

    /**
     * Ends what was declared for a dossier; what follows from a seat or a role stays.
     *
     * @throws fr.ruche.common.Rejected without a motive
     * @throws NotFound when nothing was declared
     */
    public void lift(DossierNumber number, @Nullable String username, String name, String motive, Actor by) {
        var why = Motive.of(motive, Sentences.of("recusal.lift.required"));
        var lifted = sql.sql("""
                        update dossier_recusal set lifted_by = ?, lifted_at = ?, lift_motive = ?
                        where dossier = ? and coalesce(username, lower(name)) = coalesce(?, lower(?))
                        and lifted_at is null""")
                .params(by.signature(), now(), why, number.value(), username, name)
                .update();
        if (lifted == 0) {
            throw new NotFound(Sentences.of("recusal.none"));
        }
        dossiers.note(number, "RECUSAL_LIFTED", Sentences.of("recusal.line.lifted", name, why));
        if (username != null && !kept.keptFrom(number.value()).contains(username)) {
            processes.reopen(number.value(), username);
        }
        events.publishEvent(new RecusalsChanged(Set.of(number)));
    }

    /** Closes to this person the open tasks of every dossier from which the person is kept by now. */
    public void close(String username) {
        var all = kept.of(username);
        all.forEach(number -> processes.close(number, username));
        events.publishEvent(changed(all));
    }

    /** Opens again the tasks of those among these dossiers from which the person is kept no longer. */
    void reopen(String username, Set<String> before) {
        var still = kept.of(username);
        before.stream().filter(number -> !still.contains(number)).forEach(number -> processes.reopen(number, username));
        events.publishEvent(changed(before));
    }

    private static RecusalsChanged changed(Set<String> numbers) {
        return new RecusalsChanged(numbers.stream().map(DossierNumber::new).collect(Collectors.toSet()));
    }

    Set<String> keptFrom(String username) {
        return kept.of(username);
    }

    /** The dossiers from which this person is kept. */
    @Transactional(readOnly = true)
    public Set<DossierNumber> keptFrom(Actor actor) {
        return kept.from(actor).stream().map(DossierNumber::new).collect(Collectors.toUnmodifiableSet());
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
