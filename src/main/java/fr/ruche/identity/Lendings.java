package fr.ruche.identity;

import fr.ruche.common.ParisTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Who has whose groups today. Asked several times in every request, so that it is read once and kept for a few seconds;
 * what is declared or ended here holds at once.
 */
@Component
class Lendings {

    /** How long another instance of the program may still believe in an absence that was ended here. */
    private static final Duration KEPT = Duration.ofSeconds(10);

    private final JdbcClient sql;
    private final Clock clock;
    private volatile @Nullable Today known;

    Lendings(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    private record Today(LocalDate day, Instant readAt, List<Lent> lent) {

        boolean holdsAt(Instant now) {
            return day.equals(ParisTime.dayOf(now))
                    && Duration.between(readAt, now).abs().compareTo(KEPT) < 0;
        }
    }

    /** In the order in which they were declared. */
    List<Lent> to(String substitute) {
        return today().lent().stream()
                .filter(lent -> lent.substitute().equals(substitute))
                .toList();
    }

    /** First of all: what else happens once the absence is known asks for the groups anew. */
    @TransactionalEventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void forget(AbsenceChanged changed) {
        known = null;
    }

    private Today today() {
        var now = clock.instant();
        var last = known;
        if (last == null || !last.holdsAt(now)) {
            last = new Today(ParisTime.dayOf(now), now, read(ParisTime.dayOf(now)));
            known = last;
        }
        return last;
    }

    private List<Lent> read(LocalDate day) {
        return sql.sql("""
                        select a.substitute, a.absent, m.role, m.scope,
                               array(select step from absence_step where absence = a.id) as steps
                        from absence a
                        join account gone on gone.username = a.absent and gone.enabled
                        join account_membership m on m.account_id = gone.id
                        where a.lends and a.substitute is not null and a.ended_at is null
                          and :day between a.first_day and a.last_day and m.role in (:roles)
                        order by a.declared_at, a.id, m.role, m.scope""")
                .param("day", day)
                .param("roles", Role.LENT.stream().map(Enum::name).collect(Collectors.toSet()))
                .query((row, number) -> new Lent(
                        row.getString("substitute"),
                        row.getString("absent"),
                        new Membership(Role.valueOf(row.getString("role")), row.getString("scope")),
                        Set.of((String[]) row.getArray("steps").getArray())))
                .list();
    }
}
