package fr.ruche.marking;

import fr.ruche.common.Conflict;
import fr.ruche.common.Forbidden;
import fr.ruche.common.NotFound;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.identity.Actor;
import fr.ruche.jury.AgendaItem;
import fr.ruche.jury.JuryMember;
import fr.ruche.jury.JurySession;
import fr.ruche.marking.MarkingTables.Kept;
import fr.ruche.programme.CallParameters;
import fr.ruche.programme.Calls;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The sheets on which jurors mark. While marking is blind, a sheet is given to its author and to nobody else. */
@Service
@Transactional
public class Sheets {

    private static final String STATE = "STATE";

    private final Seats seats;
    private final MarkingRight right;
    private final MarkingTables tables;
    private final SheetRules rules;
    private final Dossiers dossiers;
    private final Calls calls;
    private final Clock clock;

    Sheets(
            Seats seats,
            MarkingRight right,
            MarkingTables tables,
            SheetRules rules,
            Dossiers dossiers,
            Calls calls,
            Clock clock) {
        this.seats = seats;
        this.right = right;
        this.tables = tables;
        this.rules = rules;
        this.dossiers = dossiers;
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * One's own sheets, one for each dossier that one marks, in the order of the agenda.
     *
     * @throws NotFound when one may not see the session
     * @throws Forbidden when one is no member of it
     */
    @Transactional(readOnly = true)
    public List<Sheet> own(UUID id, Actor by) {
        var session = seats.seen(id, by);
        var me = seats.juror(session, by);
        var kept = tables.sheets(id, by.username()).stream().collect(Collectors.toMap(Kept::dossier, one -> one));
        return right.items(session, me).stream()
                .map(AgendaItem::dossier)
                .distinct()
                .map(dossier -> shown(session, me, dossier, kept.get(dossier)))
                .toList();
    }

    /** One's own sheet of a dossier. @throws NotFound when one does not mark it */
    @Transactional(readOnly = true)
    public Sheet own(UUID id, DossierNumber dossier, Actor by) {
        var session = seats.seen(id, by);
        var me = seats.juror(session, by);
        seats.mustMark(session, me, dossier);
        return one(session, me, dossier);
    }

    private Sheet one(JurySession session, JuryMember me, DossierNumber dossier) {
        var kept = tables.sheets(session.id(), me.username()).stream()
                .filter(one -> one.dossier().equals(dossier))
                .findFirst();
        return shown(session, me, dossier, kept.orElse(null));
    }

    /**
     * The sheets that this person may read: one's own while marking is blind, then the submitted ones of all too.
     *
     * @throws Forbidden when one is neither a member nor may read the results
     */
    @Transactional(readOnly = true)
    public List<Sheet> readable(UUID id, Actor by) {
        var session = seats.seen(id, by);
        var state = tables.state(id);
        var member = seats.member(session, by);
        if (state.isEmpty() || state.get().phase() == MarkingPhase.BLIND) {
            if (member.isEmpty()) {
                seats.mustRead(session, by, state);
            }
            return own(id, by);
        }
        seats.mustRead(session, by, state);
        return submitted(session).stream()
                .filter(sheet -> Results.shown(session, sheet.dossier()))
                .toList();
    }

    /** Every submitted sheet of somebody who may mark; whoever asks has checked that they are revealed. */
    List<Sheet> submitted(JurySession session) {
        return counting(session).stream()
                .filter(sheet -> sheet.state() == SheetState.SUBMITTED)
                .toList();
    }

    List<Sheet> counting(JurySession session) {
        var kept = tables.sheets(session.id(), null).stream()
                .collect(Collectors.toMap(one -> one.dossier() + "\n" + one.juror(), one -> one));
        return session.members().stream()
                .flatMap(member -> right.items(session, member).stream()
                        .map(AgendaItem::dossier)
                        .distinct()
                        .map(dossier -> shown(session, member, dossier, kept.get(dossier + "\n" + member.username()))))
                .toList();
    }

    /**
     * Saves marks, each on its own terms: what is the same as before stays as it is.
     *
     * @return the sheet as it stands now
     * @throws Rejected naming each impossible mark
     * @throws Conflict when marking is not open, the sheet is not a draft, or a mark was changed elsewhere meanwhile;
     *     nothing is saved then
     */
    public Sheet save(UUID id, DossierNumber dossier, List<MarkEntry> entries, Actor by) {
        var session = seats.seen(id, by);
        var me = seats.juror(session, by);
        seats.mustMark(session, me, dossier);
        var scoring = scoring(session, dossier);
        var marks = rules.read(scoring, call(session).marking(), entries);
        mustBeOpen(id);
        var sheet = tables.sheet(id, dossier, by.username());
        var before = one(session, me, dossier);
        var changed = marks.stream()
                .filter(mark -> !mark.same(before.mark(mark.indicator())))
                .toList();
        if (!changed.isEmpty()) {
            mustBeDraft(before);
            mustBeFresh(before, changed);
        }
        for (var mark : changed) {
            var old = before.mark(mark.indicator());
            tables.write(
                    sheet,
                    new Mark(mark.indicator(), mark.mark(), mark.notApplicable(), mark.comment(), old.version() + 1));
            tables.note(id, dossier, by.username(), mark.indicator(), old.told(), mark.told(), by.signature());
        }
        return one(session, me, dossier);
    }

    /**
     * Submits a sheet, abstains, or takes it up again.
     *
     * @throws Rejected naming each mark and comment that a submitted sheet lacks
     * @throws Conflict when marking is not open
     */
    public Sheet become(UUID id, DossierNumber dossier, SheetState state, Actor by) {
        var session = seats.seen(id, by);
        var me = seats.juror(session, by);
        seats.mustMark(session, me, dossier);
        mustBeOpen(id);
        var sheet = tables.sheet(id, dossier, by.username());
        var before = one(session, me, dossier);
        if (before.state() == state) {
            return before;
        }
        if (state == SheetState.SUBMITTED) {
            rules.mustBeComplete(scoring(session, dossier), call(session).marking(), before);
        }
        tables.become(sheet, state);
        tables.note(id, dossier, by.username(), STATE, before.state().label(), state.label(), by.signature());
        return one(session, me, dossier);
    }

    CallParameters call(JurySession session) {
        return calls.current(session.call()).parameters();
    }

    Scoring scoring(JurySession session, DossierNumber dossier) {
        return new Scoring(call(session), dossiers.get(dossier).measure());
    }

    private Sheet shown(JurySession session, JuryMember member, DossierNumber dossier, @Nullable Kept kept) {
        var scoring = scoring(session, dossier);
        var known = kept == null ? List.<Mark>of() : kept.marks();
        var marks = scoring.indicators().stream()
                .map(indicator -> known.stream()
                        .filter(mark -> mark.indicator().equals(indicator.code()))
                        .findFirst()
                        .orElseGet(() -> Mark.none(indicator.code())))
                .toList();
        var sheet = new Sheet(
                dossier,
                Objects.requireNonNullElse(member.username(), ""),
                member.name(),
                kept == null ? SheetState.DRAFT : kept.state(),
                marks,
                null,
                kept == null ? null : kept.changedAt());
        return sheet.state() == SheetState.SUBMITTED
                ? new Sheet(
                        dossier,
                        sheet.juror(),
                        sheet.name(),
                        sheet.state(),
                        marks,
                        scoring.score(sheet).rounded(),
                        sheet.changedAt())
                : sheet;
    }

    private void mustBeOpen(UUID session) {
        var state = tables.hold(session).orElseThrow(() -> new Conflict(Sentences.of("marking.notOpen")));
        if (state.phase() != MarkingPhase.BLIND) {
            throw new Conflict(Sentences.of("marking.revealed"));
        }
        if (!state.takesMarks(clock.instant())) {
            throw new Conflict(Sentences.of("marking.closed"));
        }
    }

    private static void mustBeDraft(Sheet sheet) {
        if (sheet.state() != SheetState.DRAFT) {
            throw new Conflict(Sentences.of("marking.notDraft", sheet.state().label()));
        }
    }

    private static void mustBeFresh(Sheet before, List<Mark> changed) {
        var stale = new ArrayList<String>();
        for (var mark : changed) {
            var now = before.mark(mark.indicator());
            if (now.version() != mark.version()) {
                stale.add(Sentences.of("marking.stale", mark.indicator(), now.told(), mark.told()));
            }
        }
        if (!stale.isEmpty()) {
            throw new Conflict(String.join(" ", stale));
        }
    }
}
