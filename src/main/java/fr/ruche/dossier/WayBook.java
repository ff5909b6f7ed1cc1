package fr.ruche.dossier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The ways that dossiers take from one step to the next. There are a few dozen, so that a row keeps the number of its
 * way, which follows from its elements, and each way is written once.
 */
@Component
class WayBook {

    private final JdbcClient sql;
    private final Map<Long, List<String>> known = new ConcurrentHashMap<>();

    WayBook(JdbcClient sql) {
        this.sql = sql;
    }

    /** Its number, once it is written; null when nothing was passed by. */
    @Nullable Long number(List<String> elements) {
        if (elements.isEmpty()) {
            return null;
        }
        var number = hash(elements);
        if (!known.containsKey(number)) {
            sql.sql("insert into way (id, elements) values (?, ?) on conflict (id) do nothing")
                    .params(number, elements.toArray(String[]::new))
                    .update();
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    known.put(number, List.copyOf(elements));
                }
            });
        }
        return number;
    }

    /** A dossier went a way that led to no step. */
    void add(DossierNumber dossier, String call, int version, List<String> elements, Instant at) {
        sql.sql("insert into dossier_way (dossier, call, version, way, at) values (?, ?, ?, ?, ?)")
                .params(dossier.value(), call, version, number(elements), at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The elements of each of these ways. */
    Map<Long, List<String>> elements(Collection<Long> numbers) {
        var found = new HashMap<Long, List<String>>();
        var missing = new HashSet<>(numbers);
        known.forEach((number, elements) -> {
            if (missing.remove(number)) {
                found.put(number, elements);
            }
        });
        if (!missing.isEmpty()) {
            found.putAll(read(missing));
        }
        return found;
    }

    private Map<Long, List<String>> read(Set<Long> numbers) {
        var read = new HashMap<Long, List<String>>();
        sql.sql("select id, elements from way where id in (:numbers)")
                .param("numbers", numbers)
                .query(row -> {
                    read.put(row.getLong("id"), List.of((String[])
                            row.getArray("elements").getArray()));
                });
        known.putAll(read);
        return read;
    }

    /** As the function way_id of the database has it: the beginning of a SHA-256. */
    static long hash(List<String> elements) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join(" ", elements).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
