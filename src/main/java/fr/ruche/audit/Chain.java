package fr.ruche.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** How a seal follows from the one before: SHA-256 of the texts, one after the other on lines of their own. */
final class Chain {

    /** Before the first. */
    static final String BEGINNING = "0".repeat(64);

    private Chain() {}

    static String seal(String previous, long position, String source, String fact, String content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(String.join("\n", previous, Long.toString(position), source, fact, content)
                    .getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
