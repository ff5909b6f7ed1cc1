package fr.ruche.demonstration;

import fr.ruche.common.ParisTime;
import fr.ruche.demonstration.Story.Reach;
import fr.ruche.identity.Accounts;
import fr.ruche.identity.Acting;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Membership;
import fr.ruche.identity.Role;
import fr.ruche.jury.AgendaQuery;
import fr.ruche.jury.College;
import fr.ruche.jury.Conflicts;
import fr.ruche.jury.JuryMember;
import fr.ruche.jury.JurySession;
import fr.ruche.jury.JurySessions;
import fr.ruche.jury.SessionPlan;
import fr.ruche.marking.Mark;
import fr.ruche.marking.MarkEntry;
import fr.ruche.marking.Markings;
import fr.ruche.marking.SheetState;
import fr.ruche.marking.Sheets;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * A jury of Lille on the eve of its deliberation: its agenda has composed itself, its jurors have marked every dossier
 * but those from which they are kept, the marks are revealed. Told only when asked for: it takes a minute.
 */
@Component
@ConditionalOnBooleanProperty("ruche.demonstration.enabled")
class BusySession {

    static final String PLACE = "Hôtel de l’intercommunalité, grande salle (fictive)";

    private static final Logger log = LoggerFactory.getLogger(BusySession.class);
    private static final Duration NINE = Duration.ofHours(9);
    private static final int DAYS = 20;

    /** Lille, Roubaix, Tourcoing, Villeneuve-d’Ascq. */
    private static final List<String> COMMUNES = List.of("59350", "59512", "59599", "59009");

    private static final List<String> PROJECTS = List.of(
            "Jardin partagé",
            "Atelier vélo",
            "Chantier théâtre",
            "Cuisine de quartier",
            "Ressourcerie",
            "Radio des habitants",
            "École des aidants",
            "Fabrique numérique",
            "Chorale des cours",
            "Café des parents");

    private final Storyteller storyteller;
    private final JurySessions sessions;
    private final Conflicts conflicts;
    private final Markings markings;
    private final Sheets sheets;
    private final Accounts accounts;
    private final Acting acting;
    private final Told told;
    private final Clock clock;

    BusySession(
            Storyteller storyteller,
            JurySessions sessions,
            Conflicts conflicts,
            Markings markings,
            Sheets sheets,
            Accounts accounts,
            Acting acting,
            Told told,
            Clock clock) {
        this.storyteller = storyteller;
        this.sessions = sessions;
        this.conflicts = conflicts;
        this.markings = markings;
        this.sheets = sheets;
        this.accounts = accounts;
        this.acting = acting;
        this.told = told;
        this.clock = clock;
    }

    /** Each part is one transaction with the note that it was done, as in {@link Demonstration}. */
    void tell(StoryBook book, int dossiers, int jurors) {
        told.once("busy", () -> {
            log.info("Première fois : séance de {} dossiers et {} jurés, une minute environ…", dossiers, jurors);
            IntStream.rangeClosed(1, jurors).forEach(this::account);
            acting.as("gestionnaire", manager -> convene(book.call(), jurors, manager));
        });
        var model = book.stories().stream()
                .filter(story -> "F2".equals(story.measure()))
                .findFirst()
                .orElseThrow();
        IntStream.rangeClosed(1, dossiers)
                .forEach(at -> told.once("busy-dossier-" + at, () -> storyteller.tell(book.call(), story(model, at))));
        told.once("busy-open", () -> acting.as("gestionnaire", this::open));
        IntStream.rangeClosed(1, jurors)
                .forEach(juror ->
                        told.once("busy-juror-" + juror, () -> acting.as(username(juror), me -> mark(juror, me))));
        told.once(
                "busy-reveal",
                () -> acting.as(
                        "gestionnaire",
                        manager -> markings.reveal(session(manager).id(), true, manager)));
    }

    private void account(int juror) {
        if (!accounts.exists(username(juror))) {
            accounts.create(
                    username(juror),
                    name(juror) + " (démonstration)",
                    username(juror) + "@example.org",
                    DemonstrationAccounts.PASSWORD,
                    Set.of(new Membership(Role.JURY_MEMBER, DemonstrationAccounts.LILLE)));
        }
    }

    private void convene(String call, int jurors, Actor manager) {
        var members = IntStream.rangeClosed(1, jurors)
                .mapToObj(juror -> new JuryMember(
                        name(juror),
                        juror % 2 == 1 ? College.REGION : College.INTERCOMMUNALITE,
                        juror == 1,
                        username(juror)))
                .toList();
        var startsAt = ParisTime.startOf(ParisTime.dayOf(clock.instant()).plusDays(DAYS))
                .plus(NINE);
        sessions.convene(
                new SessionPlan(
                        call,
                        DemonstrationAccounts.LILLE,
                        startsAt,
                        PLACE,
                        members,
                        new AgendaQuery(List.of("F2"), List.of())),
                manager);
    }

    /** The second and the third juror are kept from a dossier each. */
    private void open(Actor manager) {
        var session = session(manager);
        var agenda = session.onAgenda();
        for (int juror = 2; juror <= 3 && juror <= agenda.size(); juror++) {
            conflicts.declare(
                    session.id(),
                    name(juror),
                    agenda.get(juror - 1).dossier().value(),
                    "Siège au bureau de l’association (démonstration)",
                    manager);
        }
        markings.open(session.id(), null, manager);
    }

    private void mark(int juror, Actor me) {
        var id = session(me).id();
        for (var sheet : sheets.own(id, me)) {
            var marks = sheet.marks();
            var rank = Math.floorMod(sheet.dossier().value().hashCode(), 97);
            var entries = IntStream.range(0, marks.size())
                    .mapToObj(at -> entry(marks.get(at), juror, rank, at))
                    .toList();
            sheets.save(id, sheet.dossier(), entries, me);
            sheets.become(id, sheet.dossier(), SheetState.SUBMITTED, me);
        }
    }

    /** The same marks whenever it is told: some dossiers are better, some jurors are harder. */
    private static MarkEntry entry(Mark now, int juror, int rank, int at) {
        var better = 2 + rank % 4 + (rank + at * 5) % 3 - 1;
        var harder = juror % 4 == 0 ? 1 : 0;
        var own = List.of(-1, 0, 0, 0, 1).get(Math.floorMod(rank * 31 + juror * 17 + at * 13, 5));
        var mark = Math.max(0, Math.min(5, better - harder + own));
        var comment = mark <= 1 ? "Peu décrit à ce stade." : mark == 5 ? "Un point fort, à dire en séance." : null;
        return new MarkEntry(now.indicator(), mark, false, comment, now.version());
    }

    private JurySession session(Actor reader) {
        return sessions.visibleTo(reader).stream()
                .filter(session ->
                        session.place().equals(PLACE) && session.status().open())
                .findFirst()
                .orElseThrow();
    }

    private static Story story(Story model, int at) {
        var project = PROJECTS.get(at % PROJECTS.size());
        return new Story(
                "busy-" + at,
                at % 2 == 0 ? "porteur" : "porteur2",
                "Association fictive n° " + at,
                String.format(Locale.ROOT, "W9998%05d", at),
                model.measure(),
                model.scale(),
                project + " n° " + at + " (fictif)",
                "Des habitants montent et tiennent eux-mêmes le projet « " + project
                        + " », avec l’appui d’un animateur.",
                COMMUNES.get(at % COMMUNES.size()),
                null,
                model.themes(),
                new BigDecimal(20000 + at * 1370 % 23000).setScale(2),
                new BigDecimal("0.00"),
                model.rank() == null ? null : 100 + at,
                Reach.INSTRUCTED,
                null);
    }

    private static String username(int juror) {
        return "jure-lille-" + juror;
    }

    private static String name(int juror) {
        return "Juré fictif n° " + juror;
    }
}
