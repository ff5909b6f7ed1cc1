package fr.ruche.dossier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Component;

/** Keeps what was deposited, with its fingerprint. */
@Component
class Deposits {

    private final EntityManager database;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder()
            .findAndAddModules()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    Deposits(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void keep(DossierNumber number, DepositReceipt.Kind kind, Arrival arrival, String by, Object content) {
        var text = written(content);
        database.persist(new Deposit(number, kind, clock.instant(), arrival, by, text, sha256(text)));
    }

    List<DepositReceipt> of(DossierNumber number) {
        return database.createQuery(
                        "select d from Deposit d where d.dossier = :dossier order by d.registeredAt", Deposit.class)
                .setParameter("dossier", number.value())
                .getResultStream()
                .map(Deposit::toReceipt)
                .toList();
    }

    private String written(Object content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException never) {
            throw new IllegalStateException(never);
        }
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
