package fr.ruche.dossier;

import fr.ruche.common.Fault;
import fr.ruche.common.Forbidden;
import fr.ruche.common.NotFound;
import fr.ruche.common.Rejected;
import fr.ruche.common.Rna;
import fr.ruche.common.Sentences;
import fr.ruche.common.Siren;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Actors;
import fr.ruche.identity.Role;
import fr.ruche.territory.Territories;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The seats and roles that people hold in organisations: whoever has one is kept from the dossiers of the organisation
 * (COI-01, COI-03), those to come too. Each declares their own; a manager those of everybody.
 */
@Service
@Transactional
public class Interests {

    private static final int LONGEST = 200;

    private final Recusals recusals;
    private final Territories territories;
    private final Actors actors;
    private final JdbcClient sql;
    private final Clock clock;

    Interests(Recusals recusals, Territories territories, Actors actors, JdbcClient sql, Clock clock) {
        this.recusals = recusals;
        this.territories = territories;
        this.actors = actors;
        this.sql = sql;
        this.clock = clock;
    }

    /** One's own; everybody's for a manager; by name. */
    @Transactional(readOnly = true)
    public List<Interest> of(Actor reader) {
        return sql.sql("""
                        select i.*, a.display_name from personal_interest i join account a on a.username = i.username
                        where i.ended_at is null and (cast(? as boolean) or i.username = ?)
                        order by a.display_name, i.declared_at""")
                .params(reader.is(Role.MANAGER), reader.username())
                .query((row, at) -> new Interest(
                        row.getObject("id", UUID.class),
                        row.getString("username"),
                        row.getString("display_name"),
                        row.getString("siren"),
                        row.getString("rna"),
                        row.getString("commune"),
                        row.getString("capacity"),
                        row.getString("declared_by"),
                        row.getTimestamp("declared_at").toInstant()))
                .list();
    }

    /**
     * Declares what somebody is in an organisation.
     *
     * @param person account; empty for one's own
     * @param organisation SIREN, SIRET, RNA, or the code of a commune
     * @throws Rejected naming each wrong field
     * @throws Forbidden when somebody else than a manager speaks for another
     */
    public void declare(String person, String organisation, String capacity, Actor by) {
        mustBeOfficer(by);
        var username = person.isBlank() ? by.username() : person.strip().toLowerCase(Locale.ROOT);
        if (!username.equals(by.username()) && !by.is(Role.MANAGER)) {
            throw new Forbidden(Sentences.of("interest.forbidden"));
        }
        var faults = new ArrayList<Fault>();
        if (actors.find(username).filter(Actor::isOfficer).isEmpty()) {
            faults.add(new Fault("person", "ACCOUNT", Sentences.of("interest.person", username)));
        }
        var number = Organisation.read(organisation, territories);
        if (number == null) {
            faults.add(new Fault("organisation", "FORMAT", Sentences.of("interest.organisation.wrong")));
        }
        var what = capacity.strip();
        if (what.isEmpty()) {
            faults.add(new Fault("capacity", "REQUIRED", Sentences.of("interest.capacity.required")));
        } else if (what.length() > LONGEST) {
            faults.add(new Fault("capacity", "LENGTH", Sentences.of("motive.long", LONGEST)));
        }
        Rejected.ifAny(faults);
        if (number != null) {
            write(username, number, what, by);
        }
        recusals.close(username);
    }

    private void write(String username, Organisation number, String capacity, Actor by) {
        sql.sql("""
                        insert into personal_interest
                            (id, username, siren, rna, commune, capacity, declared_by, declared_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        UUID.randomUUID(),
                        username,
                        number.siren(),
                        number.rna(),
                        number.commune(),
                        capacity,
                        by.signature(),
                        Timestamp.from(clock.instant()))
                .update();
    }

    /**
     * Ends a role; a manager's to do, who answers for it.
     *
     * @throws NotFound when there is none
     */
    public void end(UUID id, Actor by) {
        if (!by.is(Role.MANAGER)) {
            throw new Forbidden(Sentences.of("interest.end.forbidden"));
        }
        var username = sql.sql("select username from personal_interest where id = ? and ended_at is null for update")
                .param(id)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NotFound(Sentences.of("interest.none")));
        var before = recusals.keptFrom(username);
        sql.sql("update personal_interest set ended_by = ?, ended_at = ? where id = ?")
                .params(by.signature(), Timestamp.from(clock.instant()), id)
                .update();
        recusals.reopen(username, before);
    }

    private static void mustBeOfficer(Actor by) {
        if (!by.isOfficer()) {
            throw new Forbidden(Sentences.of("interest.forbidden"));
        }
    }

    /** The number by which an organisation is known; exactly one of the three. */
    private record Organisation(
            @Nullable String siren,
            @Nullable String rna,
            @Nullable String commune) {

        static @Nullable Organisation read(String typed, Territories territories) {
            var text = typed.replaceAll("[^0-9A-Za-z]", "").toUpperCase(Locale.ROOT);
            if (text.length() == 5) {
                return territories
                        .commune(text)
                        .map(known -> new Organisation(null, null, known.code()))
                        .orElse(null);
            }
            if (text.startsWith("W")) {
                return Rna.parse(text)
                        .map(known -> new Organisation(null, known.value(), null))
                        .orElse(null);
            }
            return Siren.parse(text.length() == 14 ? text.substring(0, 9) : text)
                    .map(known -> new Organisation(known.value(), null, null))
                    .orElse(null);
        }
    }
}
