package fr.ruche.notification;

import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.DossierCase;
import fr.ruche.programme.Calls;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who writes and to whom, a line each; what is not known is left out. */
@Component
class Letterhead {

    private final Calls calls;

    Letterhead(Calls calls) {
        this.calls = calls;
    }

    String sender(DossierCase dossier) {
        var call = calls.current(dossier.call());
        var contact = call.parameters().contact();
        return lines(
                contact.authority(),
                dossier.measure().isEmpty()
                        ? null
                        : call.measure(dossier.measure()).service(),
                contact.address(),
                contact.email(),
                contact.phone());
    }

    String addressee(DossierCase dossier) {
        var holder = dossier.fiche().holder();
        return holder == null ? "" : lines(holder.name(), holder.representative(), holder.address());
    }

    /**
     * Who decided, and in which capacity (CRPA L.212-1); empty below a letter that decides nothing.
     *
     * @throws Rejected when the call does not state all that a letter of decision must hold
     */
    String signature(DossierCase dossier, Letter letter) {
        if (!letter.decides()) {
            return "";
        }
        var contact = calls.current(dossier.call()).parameters().contact();
        var lacking = contact.lackingForDecisions();
        if (!lacking.isEmpty()) {
            throw Rejected.because(
                    lacking.get(0),
                    "LETTER",
                    Sentences.of(
                            "letter.incomplete", Sentences.of("letter." + letter), dossier.call(), named(lacking)));
        }
        return lines(contact.signatory(), contact.signatoryCapacity());
    }

    private static String named(List<String> parameters) {
        return parameters.stream()
                .map(parameter -> Sentences.of("callSettings." + parameter))
                .collect(Collectors.joining(", "));
    }

    private static String lines(@Nullable String... known) {
        return Stream.of(known)
                .filter(Objects::nonNull)
                .flatMap(String::lines)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
