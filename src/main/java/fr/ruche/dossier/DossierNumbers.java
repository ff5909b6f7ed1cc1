package fr.ruche.dossier;

import jakarta.persistence.EntityManager;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Gives numbers: one sequence of the database per call, made when the call gets its first dossier. */
@Component
class DossierNumbers {

    private static final Pattern CALL = Pattern.compile("[A-Z][A-Z0-9-]{1,30}");

    private final EntityManager database;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    DossierNumbers(EntityManager database) {
        this.database = database;
    }

    /** Never the same twice; a number may be left out when a transaction fails. */
    DossierNumber next(String call) {
        if (!CALL.matcher(call).matches()) {
            throw new IllegalArgumentException("Not the code of a call: " + call);
        }
        var sequence = "dossier_number_" + call.toLowerCase(Locale.ROOT).replace('-', '_');
        if (!known.contains(sequence)) {
            ensure(sequence);
        }
        var next = (Number)
                database.createNativeQuery("select nextval('" + sequence + "')").getSingleResult();
        return new DossierNumber("%s-%04d".formatted(call, next.longValue()));
    }

    /** One that this transaction makes may not be there after it. */
    private void ensure(String sequence) {
        if (exists(sequence)) {
            known.add(sequence);
        } else {
            create(sequence);
        }
    }

    private boolean exists(String sequence) {
        return (Boolean) database.createNativeQuery("select to_regclass(:name) is not null", Boolean.class)
                .setParameter("name", sequence)
                .getSingleResult();
    }

    /** Two first dossiers at once: the second waits for the lock, and then finds the sequence. */
    private void create(String sequence) {
        database.createNativeQuery("select 1 from (select pg_advisory_xact_lock(hashtext(:name))) as held")
                .setParameter("name", sequence)
                .getSingleResult();
        database.createNativeQuery("create sequence if not exists " + sequence).executeUpdate();
    }
}
