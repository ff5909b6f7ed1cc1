package fr.ruche.jury.process;

import fr.ruche.common.ParisTime;
import fr.ruche.common.Sentences;
import fr.ruche.jury.AgendaItem;
import fr.ruche.jury.JurySession;
import fr.ruche.programme.JuryNames;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the forms of a session show. */
@Component
class SessionForm {

    /** The names that {@link #of} gives. */
    static final Set<String> NAMES =
            Set.of("sessionLabel", "sessionLink", "rollLink", "minutesLink", "agenda", "pendingOutcomes");

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern(Sentences.of("session.moment"), Locale.FRANCE);

    private final JuryNames names;

    SessionForm(JuryNames names) {
        this.names = names;
    }

    Map<String, Object> of(JurySession session) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("sessionLabel", label(session));
        shown.put("sessionLink", "/bureau/seances/" + session.id());
        shown.put("rollLink", "/bureau/seances/" + session.id() + "/presences");
        shown.put("minutesLink", "/bureau/seances/" + session.id() + "/proces-verbal");
        shown.put("agenda", session.onAgenda().stream().map(SessionForm::line).collect(Collectors.joining("\n")));
        shown.put(
                "pendingOutcomes",
                session.pending().stream().map(item -> item.dossier().value()).collect(Collectors.joining("\n")));
        return shown;
    }

    /** « Jury régional, 2 mars 2015 à 14 h 00, Lille ». */
    String label(JurySession session) {
        return names.title(session.jury()) + ", "
                + WHEN.format(session.startsAt().atZone(ParisTime.ZONE)) + ", " + session.place();
    }

    private static String line(AgendaItem item) {
        var outcome = item.outcome();
        return item.position() + ". " + item.dossier() + " : "
                + (outcome == null ? Sentences.of("jury.outcome.pending") : outcome.label());
    }
}
