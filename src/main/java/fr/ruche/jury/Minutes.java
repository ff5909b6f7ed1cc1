package fr.ruche.jury;

import fr.ruche.common.Euros;
import fr.ruche.common.ParisTime;
import fr.ruche.dossier.Dossiers;
import fr.ruche.funding.Envelope;
import fr.ruche.funding.Envelopes;
import fr.ruche.funding.JuryNames;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The minutes of a session, as an HTML document that can be printed. */
@Component
class Minutes {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("EEEE d MMMM uuuu 'à' HH 'h' mm", Locale.FRANCE);

    private final ITemplateEngine templates;
    private final Dossiers dossiers;
    private final Envelopes envelopes;
    private final JuryNames names;

    Minutes(ITemplateEngine templates, Dossiers dossiers, Envelopes envelopes, JuryNames names) {
        this.templates = templates;
        this.dossiers = dossiers;
        this.envelopes = envelopes;
        this.names = names;
    }

    String of(JurySession session) {
        var context = new Context(Locale.FRANCE);
        context.setVariable("session", session);
        context.setVariable("jury", names.title(session.jury()));
        context.setVariable(
                "attendees",
                session.attendees() == null
                        ? List.of()
                        : session.attendees().lines().toList());
        context.setVariable("when", WHEN.format(session.startsAt().atZone(ParisTime.ZONE)));
        context.setVariable("region", members(session, College.REGION));
        context.setVariable("intercommunalite", members(session, College.INTERCOMMUNALITE));
        context.setVariable("items", session.onAgenda().stream().map(this::line).toList());
        context.setVariable("removed", removed(session));
        context.setVariable("envelopes", envelopes(session));
        return templates.process("jury/minutes", context);
    }

    private List<Line> removed(JurySession session) {
        return session.agenda().stream()
                .filter(item -> item.removalMotive() != null)
                .map(this::line)
                .toList();
    }

    private static List<String> members(JurySession session, College college) {
        return session.members().stream()
                .filter(m -> m.college() == college)
                .map(m -> m.president() ? m.name() + " (préside la séance)" : m.name())
                .toList();
    }

    private Line line(AgendaItem item) {
        var dossier = dossiers.get(item.dossier());
        var holder = dossier.fiche().holder();
        var outcome = item.outcome();
        return new Line(
                item.dossier().value(),
                dossier.title(),
                holder == null || holder.name() == null ? "" : holder.name(),
                Euros.format(dossier.requestedOperating().add(dossier.requestedInvestment())),
                outcome == null ? "en attente" : outcome.label(),
                amount(outcome, item.operating()),
                amount(outcome, item.investment()),
                item.removalMotive() == null ? text(item.reason()) : item.removalMotive());
    }

    private List<Rest> envelopes(JurySession session) {
        return envelopes.of(session.call()).stream()
                .filter(e -> e.jury().equals(session.jury()))
                .map(Minutes::rest)
                .toList();
    }

    private static Rest rest(Envelope envelope) {
        return new Rest(
                envelope.credit().label(),
                Euros.format(envelope.amount()),
                Euros.format(envelope.committed()),
                Euros.format(envelope.remainder()));
    }

    private static String amount(@Nullable JuryOutcome outcome, BigDecimal amount) {
        return outcome != null && outcome.favourable() ? Euros.format(amount) : "–";
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    record Line(
            String number,
            String title,
            String holder,
            String requested,
            String outcome,
            String operating,
            String investment,
            String reason) {}

    record Rest(String credit, String amount, String committed, String remainder) {}
}
