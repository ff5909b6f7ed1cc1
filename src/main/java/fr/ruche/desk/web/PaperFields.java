package fr.ruche.desk.web;

import fr.ruche.common.ParisTime;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.Arrival;
import fr.ruche.page.Typed;
import java.time.Instant;

/** How something came on paper, as fields; a field has the name that the API and the faults give it. */
final class PaperFields {

    private PaperFields() {}

    /** What is wrong stays with what was typed: the content is read before all of it is refused together. */
    static Arrival read(Typed typed) {
        var received = typed.day("receivedAt");
        if (typed.text("receivedAt") == null) {
            typed.wrong("receivedAt", "REQUIRED", Sentences.of("paper.receivedAt.page.required"));
        }
        return Arrival.paper(received == null ? Instant.EPOCH : ParisTime.startOf(received), typed.day("postmark"));
    }
}
