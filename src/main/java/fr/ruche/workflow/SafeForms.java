package fr.ruche.workflow;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Forms on their way to a browser. The engine hands them out without reading them, so that one which came into the
 * database past the gate is looked at here; once is enough for the same content.
 */
@Component
class SafeForms {

    private static final int MOST = 1_000;

    private final ModelReview models;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    SafeForms(ModelReview models) {
        this.models = models;
    }

    /** @throws ModelRefused when it could do harm */
    InputStream checked(InputStream form) {
        try (form) {
            var content = form.readAllBytes();
            var seal = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
            if (!known.contains(seal)) {
                var review = models.safety("deployed.form", content);
                if (!review.accepted()) {
                    throw new ModelRefused(review);
                }
                if (known.size() < MOST) {
                    known.add(seal);
                }
            }
            return new ByteArrayInputStream(content);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
