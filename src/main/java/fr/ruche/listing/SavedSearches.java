package fr.ruche.listing;

import fr.ruche.common.Fault;
import fr.ruche.common.NotFound;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.identity.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The searches that each person keeps. Nobody sees or changes those of somebody else. */
@Service
@Transactional
public class SavedSearches {

    private static final int LONGEST_NAME = 80;
    private static final int MOST = 50;
    private static final Pattern UNREADABLE = Pattern.compile("\\p{C}");

    private final JdbcClient sql;
    private final ListAddresses addresses;

    SavedSearches(JdbcClient sql, ListAddresses addresses) {
        this.sql = sql;
        this.addresses = addresses;
    }

    /** By name. */
    @Transactional(readOnly = true)
    public List<SavedSearch> of(Actor owner) {
        return sql.sql("select * from saved_search where owner = ? order by lower(name), id")
                .param(owner.username())
                .query(SavedSearches::search)
                .list();
    }

    /** The list with which this person begins. */
    @Transactional(readOnly = true)
    public Optional<SavedSearch> usual(Actor owner) {
        return sql.sql("select * from saved_search where owner = ? and usual")
                .param(owner.username())
                .query(SavedSearches::search)
                .optional();
    }

    /** @throws NotFound when this person has none of this id */
    @Transactional(readOnly = true)
    public SavedSearch get(Actor owner, UUID id) {
        return sql.sql("select * from saved_search where owner = ? and id = ?")
                .params(owner.username(), id)
                .query(SavedSearches::search)
                .optional()
                .orElseThrow(() -> new NotFound(Sentences.of("search.unknown")));
    }

    /**
     * @param name of one's own choice, at most 80 characters
     * @param query of the address of a list
     * @param usual whether one begins with it from now on, in place of any other
     * @throws Rejected without a name, when one has another of this name, when the query is none of a list, or when one
     *     has fifty already
     */
    public SavedSearch add(Actor owner, @Nullable String name, @Nullable String query, boolean usual) {
        var named = checked(name);
        var address = addresses.read(query == null ? "" : query).query();
        if (of(owner).size() >= MOST) {
            throw Rejected.because("", "MANY", Sentences.of("search.many", MOST));
        }
        var search = new SavedSearch(UUID.randomUUID(), named, address, usual);
        makeRoom(owner, usual);
        store(
                "insert into saved_search (id, owner, name, query, usual) values (?, ?, ?, ?, ?)",
                search.id(),
                owner.username(),
                named,
                address,
                usual);
        return search;
    }

    /** Another name, or the list to begin with. @throws NotFound, Rejected as for {@link #add} */
    public SavedSearch change(Actor owner, UUID id, @Nullable String name, boolean usual) {
        var named = checked(name);
        var search = get(owner, id);
        makeRoom(owner, usual);
        store("update saved_search set name = ?, usual = ? where id = ?", named, usual, id);
        return new SavedSearch(id, named, search.query(), usual);
    }

    /** @throws NotFound when this person has none of this id */
    public void remove(Actor owner, UUID id) {
        sql.sql("delete from saved_search where id = ?")
                .param(get(owner, id).id())
                .update();
    }

    private void makeRoom(Actor owner, boolean usual) {
        if (usual) {
            sql.sql("update saved_search set usual = false where owner = ? and usual")
                    .param(owner.username())
                    .update();
        }
    }

    private void store(String statement, Object... values) {
        try {
            sql.sql(statement).params(values).update();
        } catch (DuplicateKeyException taken) {
            throw Rejected.because("name", "TAKEN", Sentences.of("search.taken"));
        }
    }

    private static String checked(@Nullable String name) {
        var faults = new ArrayList<Fault>();
        var text = name == null ? "" : name.strip();
        if (text.isEmpty()) {
            faults.add(new Fault("name", "REQUIRED", Sentences.of("search.unnamed")));
        }
        if (text.codePointCount(0, text.length()) > LONGEST_NAME) {
            faults.add(new Fault("name", "LENGTH", Sentences.of("search.long", LONGEST_NAME)));
        }
        if (UNREADABLE.matcher(text).find()) {
            faults.add(new Fault("name", "CHARACTERS", Sentences.of("search.characters")));
        }
        Rejected.ifAny(faults);
        return text;
    }

    private static SavedSearch search(ResultSet row, int number) throws SQLException {
        return new SavedSearch(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("query"),
                row.getBoolean("usual"));
    }
}
