package fr.ruche.funding;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * The money that a jury may grant in one call, for one credit; euros.
 *
 * @param jury {@code regional} or the SIREN of the EPCI
 */
public record Envelope(
        UUID id,
        String call,
        String jury,
        Credit credit,
        BigDecimal amount,
        BigDecimal committed,
        BigDecimal remainder) {

    Envelope(UUID id, String call, String jury, Credit credit, BigDecimal amount, BigDecimal committed) {
        this(id, call, jury, credit, amount, committed, amount.subtract(committed));
    }

    /** « l’enveloppe de fonctionnement du jury régional ». */
    public String label() {
        return label(jury, credit);
    }

    static String label(String jury, Credit credit) {
        var whose = jury.equals("regional") ? "du jury régional" : "du jury du territoire " + jury;
        return (credit == Credit.OPERATING ? "l’enveloppe de fonctionnement " : "l’enveloppe d’investissement ")
                + whose;
    }
}
