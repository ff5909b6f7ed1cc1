package fr.ruche.audit;

import fr.ruche.common.Sentences;
import java.util.List;

/**
 * What came of holding the chain against the facts.
 *
 * @param head how far it goes
 * @param number of all that is not as it was
 * @param breaches the first of them, 1 000 at most
 */
public record Verification(AuditHead head, int number, List<Breach> breaches) {

    public boolean whole() {
        return number == 0;
    }

    /** In French, on one line. */
    public String told() {
        return whole()
                ? Sentences.of("journal.whole", head.position(), head.seal())
                : Sentences.of("journal.breached", number);
    }
}
