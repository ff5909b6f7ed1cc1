package fr.ruche.marking;

import fr.ruche.common.Conflict;
import fr.ruche.common.Fault;
import fr.ruche.common.NotFound;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.DossierCase;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.identity.Actor;
import fr.ruche.jury.AgendaItem;
import fr.ruche.jury.College;
import fr.ruche.jury.JuryMember;
import fr.ruche.jury.JurySession;
import fr.ruche.marking.DossierResult.CriterionResult;
import fr.ruche.marking.DossierResult.JurorScore;
import fr.ruche.programme.CallParameters.Criterion;
import fr.ruche.programme.CallParameters.Marking;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What comes of the marks of a session, once they are revealed; and what the jury retains beside it. */
@Service
@Transactional
public class Results {

    private static final String DELIBERATED = "DELIBERATED";
    private static final String REGIONAL = "regional";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Seats seats;
    private final Sheets sheets;
    private final Markings markings;
    private final MarkingTables tables;
    private final MarkScores scores;
    private final Dossiers dossiers;

    Results(Seats seats, Sheets sheets, Markings markings, MarkingTables tables, MarkScores scores, Dossiers dossiers) {
        this.seats = seats;
        this.sheets = sheets;
        this.markings = markings;
        this.tables = tables;
        this.scores = scores;
        this.dossiers = dossiers;
    }

    /**
     * Every dossier of the agenda, the best score first; those without a score last, in the order of the agenda. One
     * from which a conflict of interest keeps the reader is left out.
     *
     * @throws NotFound when one may not see the session
     * @throws fr.ruche.common.Forbidden when one is neither a member nor a manager
     * @throws Conflict while marking is blind
     */
    @Transactional(readOnly = true)
    public List<DossierResult> of(UUID id, Actor by) {
        var session = readable(id, by);
        return results(session).stream()
                .filter(one -> shown(session, one.dossier()))
                .toList();
    }

    /** Who changed what of a dossier, the latest first; under the same conditions. */
    @Transactional(readOnly = true)
    public List<MarkChange> changes(UUID id, DossierNumber dossier, Actor by) {
        mustBeOnAgenda(readable(id, by), dossier);
        return tables.changes(id, dossier);
    }

    /**
     * Keeps what the jury retains for a dossier, beside what the marks make.
     *
     * @param score of 100, at most two decimals
     * @param reason required when the score is not the one that the marks make
     * @throws fr.ruche.common.Forbidden when neither a manager nor the president
     * @throws Rejected naming each wrong field
     * @throws Conflict before the marks are revealed, and once the deliberation is closed
     */
    public void retain(UUID id, DossierNumber dossier, @Nullable BigDecimal score, @Nullable String reason, Actor by) {
        var session = deliberating(id, by);
        mustBeOnAgenda(session, dossier);
        var faults = new ArrayList<Fault>();
        if (score == null
                || score.signum() < 0
                || score.compareTo(HUNDRED) > 0
                || score.stripTrailingZeros().scale() > 2) {
            faults.add(new Fault("score", "RANGE", Sentences.of("results.score.wrong")));
        }
        var why = Objects.requireNonNullElse(reason, "").strip();
        var made = result(session, dossier).score();
        if (why.isEmpty() && score != null && (made == null || score.compareTo(made) != 0)) {
            faults.add(new Fault("reason", "REQUIRED", Sentences.of("results.reason.required")));
        }
        if (why.length() > 4000) {
            faults.add(new Fault("reason", "LENGTH", Sentences.of("motive.long", 4000)));
        }
        Rejected.ifAny(faults);
        write(session, dossier, Objects.requireNonNull(score), why, by);
        scores.write(id);
    }

    /**
     * Closes the deliberation for good. A dossier for which the jury retained nothing else keeps the score that the
     * marks make.
     */
    public void deliberate(UUID id, Actor by) {
        var session = deliberating(id, by);
        for (var one : results(session)) {
            if (one.deliberated() == null && one.score() != null) {
                write(session, one.dossier(), one.score(), "", by);
            }
        }
        tables.deliberate(id, by.signature());
        scores.write(id);
    }

    private void write(JurySession session, DossierNumber dossier, BigDecimal score, String reason, Actor by) {
        var before = tables.retained(session.id(), dossier).map(Results::told).orElse("–");
        tables.retain(session.id(), dossier, score, reason, by.signature());
        var after = tables.retained(session.id(), dossier).map(Results::told).orElse("–");
        tables.note(session.id(), dossier, null, DELIBERATED, before, after, by.signature());
    }

    private static String told(Deliberation one) {
        var score = one.score().toPlainString().replace('.', ',');
        return one.reason().isEmpty() ? score : score + " (" + one.reason() + ")";
    }

    private JurySession deliberating(UUID id, Actor by) {
        var session = markings.steered(id, by);
        var state = tables.lock(id);
        seats.mustRead(session, by, state);
        if (state.filter(now -> now.phase() == MarkingPhase.DELIBERATED).isPresent()) {
            throw new Conflict(Sentences.of("results.deliberated"));
        }
        return session;
    }

    /** The session, for whoever may read what comes of its marks; under the same conditions. */
    @Transactional(readOnly = true)
    public JurySession readable(UUID id, Actor by) {
        var session = seats.seen(id, by);
        seats.mustRead(session, by, tables.state(id));
        return session;
    }

    private static void mustBeOnAgenda(JurySession session, DossierNumber dossier) {
        if (!shown(session, dossier)) {
            throw new NotFound(Sentences.of("marking.notOnAgenda"));
        }
    }

    /** @param session as the reader may know it */
    static boolean shown(JurySession session, DossierNumber dossier) {
        return session.onAgenda().stream()
                .filter(item -> !item.withheld())
                .map(AgendaItem::dossier)
                .anyMatch(dossier::equals);
    }

    private DossierResult result(JurySession session, DossierNumber dossier) {
        return results(session).stream()
                .filter(one -> one.dossier().equals(dossier))
                .findFirst()
                .orElseThrow();
    }

    private List<DossierResult> results(JurySession session) {
        var given = sheets.counting(session);
        return session.onAgenda().stream()
                .map(AgendaItem::dossier)
                .distinct()
                .map(dossier -> result(
                        session,
                        dossiers.get(dossier),
                        given.stream()
                                .filter(sheet -> sheet.dossier().equals(dossier))
                                .toList()))
                .sorted(Comparator.comparing(
                        DossierResult::score, Comparator.nullsLast(Comparator.<BigDecimal>reverseOrder())))
                .toList();
    }

    private DossierResult result(JurySession session, DossierCase dossier, List<Sheet> all) {
        var call = sheets.call(session);
        var scoring = new Scoring(call, dossier.measure());
        var counted = all.stream()
                .filter(sheet -> sheet.state() == SheetState.SUBMITTED)
                .toList();
        var scores = counted.stream().map(scoring::score).toList();
        var score = scoring.together(scores).map(Fraction::rounded).orElse(null);
        var spread = scores.isEmpty() ? null : Collections.max(scores).minus(Collections.min(scores));
        var criteria = scoring.criteria().stream()
                .map(one -> criterion(scoring, one, counted))
                .toList();
        var colleges = colleges(session, counted);
        var abstentions = (int) all.stream()
                .filter(sheet -> sheet.state() == SheetState.ABSTAINED)
                .count();
        return new DossierResult(
                dossier.number(),
                dossier.title(),
                dossier.measure(),
                counted.stream()
                        .map(sheet -> new JurorScore(sheet.name(), college(session, sheet), sheet.score()))
                        .toList(),
                criteria,
                score,
                spread == null ? null : spread.rounded(),
                spread != null && spread.compareTo(Fraction.of(call.marking().spread(), 1)) > 0,
                colleges,
                abstentions,
                failures(session, call.marking(), score, criteria, colleges, call.grid()),
                dossier.territory() == null ? null : call.marking().difficulty().get(dossier.territory()),
                tables.retained(session.id(), dossier.number()).orElse(null));
    }

    private static CriterionResult criterion(Scoring scoring, Criterion criterion, List<Sheet> counted) {
        var means = counted.stream()
                .flatMap(sheet -> scoring.criterion(criterion, sheet).stream())
                .toList();
        return new CriterionResult(
                criterion.code(),
                criterion.title(),
                criterion.apart(),
                scoring.together(means).map(Fraction::rounded).orElse(null));
    }

    private static Map<College, Integer> colleges(JurySession session, List<Sheet> counted) {
        var colleges = new LinkedHashMap<College, Integer>();
        for (var college : College.values()) {
            colleges.put(college, (int) counted.stream()
                    .filter(sheet -> college(session, sheet) == college)
                    .count());
        }
        return colleges;
    }

    private static @Nullable College college(JurySession session, Sheet sheet) {
        return session.members().stream()
                .filter(member -> sheet.juror().equals(member.username()))
                .map(JuryMember::college)
                .findFirst()
                .orElse(null);
    }

    /** Why the dossier does not pass, one sentence each. */
    private static List<String> failures(
            JurySession session,
            Marking rules,
            @Nullable BigDecimal score,
            List<CriterionResult> criteria,
            Map<College, Integer> colleges,
            List<Criterion> grid) {
        var failures = new ArrayList<String>();
        var marks = colleges.values().stream().mapToInt(Integer::intValue).sum();
        if (marks < rules.marks()) {
            failures.add(Sentences.of("results.marks", marks, rules.marks()));
        }
        if (!REGIONAL.equals(session.jury())) {
            colleges.forEach((college, count) -> {
                if (count < rules.marksPerCollege()) {
                    failures.add(Sentences.of("results.college", college.label(), count, rules.marksPerCollege()));
                }
            });
        }
        if (score != null && score.compareTo(BigDecimal.valueOf(rules.threshold())) < 0) {
            failures.add(Sentences.of("results.threshold", score, rules.threshold()));
        }
        for (var criterion : grid) {
            var floor = criterion.floor();
            for (var one : criteria) {
                var mean = one.mean();
                if (floor != null && mean != null && one.code().equals(criterion.code()) && mean.compareTo(floor) < 0) {
                    failures.add(Sentences.of("results.floor", one.title(), mean, floor));
                }
            }
        }
        return failures;
    }
}
