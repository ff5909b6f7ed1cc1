package fr.ruche.notification;

import fr.ruche.common.FrenchDay;
import fr.ruche.common.ParisTime;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.Dossiers;
import fr.ruche.jury.JuryMember;
import fr.ruche.jury.JurySession;
import fr.ruche.jury.SessionNews;
import fr.ruche.programme.JuryNames;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Convokes the members of a jury by e-mail, with the agenda, and tells them what changes. Whoever is kept from a
 * dossier by a conflict of interest reads its number and no more. Members without an account are convoked by other
 * means.
 */
@Component
class TellJury {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.FRANCE);

    private final Notifications notifications;
    private final Dossiers dossiers;
    private final JuryNames names;

    TellJury(Notifications notifications, Dossiers dossiers, JuryNames names) {
        this.notifications = notifications;
        this.dossiers = dossiers;
        this.names = names;
    }

    /** In the transaction of what happened, so that no word is lost or written twice. */
    @EventListener
    void on(SessionNews news) {
        var told = new HashSet<String>();
        for (var member : news.session().members()) {
            if (member.username() != null && told.add(member.username())) {
                tell(member.username(), member, news);
            }
        }
    }

    private void tell(String account, JuryMember member, SessionNews news) {
        var session = news.session();
        var starts = session.startsAt().atZone(ParisTime.ZONE);
        var values = new Object[] {
            names.title(session.jury()),
            FrenchDay.format(starts.toLocalDate()),
            HOUR.format(starts),
            session.place(),
            news.kind() == SessionNews.Kind.CONVOKED ? agenda(session, member) : news.about(),
            agenda(session, member)
        };
        var key = "mail.jury." + news.kind();
        notifications.tell(account, Sentences.of(key + ".subject", values), Sentences.of(key + ".body", values));
    }

    private String agenda(JurySession session, JuryMember member) {
        return session.onAgenda().stream()
                .map(item -> item.keeps(member)
                        ? Sentences.of("mail.jury.kept", item.position(), item.dossier())
                        : Sentences.of(
                                "mail.jury.item",
                                item.position(),
                                item.dossier(),
                                dossiers.get(item.dossier()).title()))
                .collect(Collectors.joining("\n"));
    }
}
