package fr.ruche.marking;

import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.dossier.RecusalsChanged;
import fr.ruche.jury.JurySession;
import fr.ruche.jury.JurySessions;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The mark of each dossier, for lists and figures: what the jury retained, else what the marks make. Written in the
 * transaction that reveals the marks, and when what they come to changes afterwards; never while they are blind.
 */
@Component
@Transactional
class MarkScores {

    private final JurySessions sessions;
    private final Sheets sheets;
    private final MarkingTables tables;
    private final Dossiers dossiers;
    private final ApplicationEventPublisher events;

    MarkScores(
            JurySessions sessions,
            Sheets sheets,
            MarkingTables tables,
            Dossiers dossiers,
            ApplicationEventPublisher events) {
        this.sessions = sessions;
        this.sheets = sheets;
        this.tables = tables;
        this.dossiers = dossiers;
        this.events = events;
    }

    /** @param session whose marks are revealed in this transaction, or were before */
    void write(UUID session) {
        expected(session).forEach((dossier, score) -> tables.score(session, dossier, score));
        tables.scored(session);
        events.publishEvent(new MarksKnown(session));
    }

    /**
     * The marks of somebody who is kept from a dossier do not count; once the jury has deliberated, nothing changes.
     */
    @EventListener
    void follow(RecusalsChanged changed) {
        tables.revealed(changed.dossiers()).forEach(this::write);
    }

    /** Sessions whose marks were revealed before they were written down for lists and figures. */
    @EventListener(ApplicationStartedEvent.class)
    void complete() {
        tables.unscored().forEach(this::write);
    }

    /** Every dossier whose mark is another than it should be, by number; empty when all agree. */
    @Transactional(readOnly = true)
    List<Difference> verify() {
        var expected = new TreeMap<String, BigDecimal>();
        tables.revealed()
                .forEach(session -> expected(session).forEach((dossier, score) -> {
                    if (score != null) {
                        expected.put(dossier.value(), score);
                    }
                }));
        var kept = tables.scores();
        var differences = new ArrayList<Difference>();
        expected.forEach((dossier, score) -> {
            var now = kept.remove(dossier);
            if (now == null || now.compareTo(score) != 0) {
                differences.add(new Difference(dossier, now, score));
            }
        });
        kept.forEach((dossier, score) -> differences.add(new Difference(dossier, score, null)));
        return differences;
    }

    /** Writes all of them anew. */
    void rebuild() {
        tables.forgetScores();
        tables.revealed().forEach(this::write);
    }

    /** @param kept and what it should be; null for none */
    record Difference(
            String dossier,
            @Nullable BigDecimal kept,
            @Nullable BigDecimal expected) {}

    /** Null for a dossier that nobody marked. */
    private Map<DossierNumber, @Nullable BigDecimal> expected(UUID id) {
        var session = sessions.get(id);
        var given = new LinkedHashMap<DossierNumber, List<Sheet>>();
        session.onAgenda().forEach(item -> given.put(item.dossier(), new ArrayList<>()));
        sheets.submitted(session)
                .forEach(sheet -> given.computeIfAbsent(sheet.dossier(), any -> new ArrayList<>())
                        .add(sheet));
        var scores = new LinkedHashMap<DossierNumber, @Nullable BigDecimal>();
        given.forEach((dossier, all) -> scores.put(dossier, score(session, dossier, all)));
        return scores;
    }

    private @Nullable BigDecimal score(JurySession session, DossierNumber dossier, List<Sheet> all) {
        var scoring = new Scoring(sheets.call(session), dossiers.get(dossier).measure());
        return tables.retained(session.id(), dossier)
                .map(Deliberation::score)
                .or(() -> scoring.together(all.stream().map(scoring::score).toList())
                        .map(Fraction::rounded))
                .orElse(null);
    }
}
