package fr.ruche.jury;

import fr.ruche.common.Euros;
import fr.ruche.common.ParisTime;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.DossierCase;
import fr.ruche.dossier.Dossiers;
import fr.ruche.funding.Envelopes;
import fr.ruche.pdf.PdfPress;
import fr.ruche.programme.JuryNames;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The minutes of a session, as an HTML document to read and as a PDF file to sign and keep. */
@Component
class Minutes {

    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern(Sentences.of("session.hour"), Locale.FRANCE);

    private final ITemplateEngine templates;
    private final Dossiers dossiers;
    private final Envelopes envelopes;
    private final JuryNames names;
    private final PdfPress press;

    Minutes(ITemplateEngine templates, Dossiers dossiers, Envelopes envelopes, JuryNames names, PdfPress press) {
        this.press = press;
        this.templates = templates;
        this.dossiers = dossiers;
        this.envelopes = envelopes;
        this.names = names;
    }

    String of(JurySession session) {
        return templates.process("jury/minutes", context(session));
    }

    /** @param at what the file says of its own making */
    byte[] file(JurySession session, Instant at) {
        var context = context(session);
        var values = new HashMap<String, Object>();
        context.getVariableNames().forEach(name -> values.put(name, context.getVariable(name)));
        return press.print("print/minutes", values, at);
    }

    private Context context(JurySession session) {
        var lines = session.onAgenda().stream().map(this::line).toList();
        var context = new Context(Locale.FRANCE);
        context.setVariable("session", session);
        context.setVariable("jury", names.title(session.jury()));
        context.setVariable("attendees", lines(session.attendees()));
        context.setVariable(
                "roll",
                session.members().stream().map(member -> took(session, member)).toList());
        context.setVariable("region", members(session, College.REGION));
        context.setVariable("intercommunalite", members(session, College.INTERCOMMUNALITE));
        context.setVariable("lines", lines);
        var withheld = session.agenda().stream().anyMatch(AgendaItem::withheld);
        context.setVariable("withheld", withheld);
        context.setVariable(
                "recusals",
                session.onAgenda().stream()
                        .filter(item -> !item.recusals().isEmpty())
                        .toList());
        context.setVariable("total", total(lines));
        context.setVariable("removed", removed(session));
        context.setVariable(
                "envelopes",
                envelopes.of(session.call()).stream()
                        .filter(e -> !withheld && e.jury().equals(session.jury()))
                        .toList());
        return context;
    }

    /** How a member took part, from the first line of the roll of this sitting to the last. */
    private static Took took(JurySession session, JuryMember member) {
        var lines = session.roll().stream()
                .filter(line -> line.sitting() == session.sitting())
                .filter(line -> line.member().equals(member.name()))
                .map(line -> Sentences.of(
                        line.mandatary() == null ? "minutes.took" : "minutes.tookMandate",
                        line.presence().label(),
                        HOUR.format(line.at().atZone(ParisTime.ZONE)),
                        String.valueOf(line.mandatary())))
                .collect(Collectors.joining(" ; "));
        return new Took(member, lines);
    }

    /** @param how empty for somebody who was not called */
    record Took(JuryMember member, String how) {}

    private List<Line> removed(JurySession session) {
        return session.agenda().stream()
                .filter(item -> item.removalMotive() != null)
                .map(this::line)
                .toList();
    }

    private static List<JuryMember> members(JurySession session, College college) {
        return session.members().stream().filter(m -> m.college() == college).toList();
    }

    private static List<String> lines(@Nullable String text) {
        return text == null ? List.of() : text.lines().filter(l -> !l.isBlank()).toList();
    }

    private Line line(AgendaItem item) {
        return new Line(item, dossiers.get(item.dossier()));
    }

    private static Total total(List<Line> lines) {
        var taken = lines.stream().filter(Line::committed).toList();
        return new Total(sum(lines, Line::requested), sum(taken, Line::operating), sum(taken, Line::investment));
    }

    private static BigDecimal sum(List<Line> lines, Function<Line, BigDecimal> part) {
        return lines.stream().map(part).reduce(Euros.ZERO, BigDecimal::add);
    }

    /** A dossier that the session has examined. */
    record Line(AgendaItem item, DossierCase dossier) {

        public BigDecimal requested() {
            return dossier.requestedOperating().add(dossier.requestedInvestment());
        }

        /** Whether the jury proposes amounts. */
        public boolean granted() {
            return item.outcome() != null && item.outcome().favourable();
        }

        /** Whether the amounts count in the total: those of the reserve list do not. */
        public boolean committed() {
            return item.outcome() != null && item.outcome().commits();
        }

        public BigDecimal operating() {
            return granted() ? item.operating() : Euros.ZERO;
        }

        public BigDecimal investment() {
            return granted() ? item.investment() : Euros.ZERO;
        }
    }

    record Total(BigDecimal requested, BigDecimal operating, BigDecimal investment) {

        public BigDecimal granted() {
            return operating.add(investment);
        }
    }
}
