package fr.ruche.desk.web;

import fr.ruche.common.ParisTime;
import fr.ruche.dossier.DossierCase;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.identity.Actors;
import fr.ruche.jury.AgendaItem;
import fr.ruche.jury.JurySession;
import fr.ruche.jury.JurySessions;
import fr.ruche.marking.Mark;
import fr.ruche.marking.MarkEntry;
import fr.ruche.marking.Markings;
import fr.ruche.marking.Sheet;
import fr.ruche.marking.SheetState;
import fr.ruche.marking.Sheets;
import fr.ruche.page.Crumb;
import fr.ruche.page.Form;
import fr.ruche.page.Page;
import fr.ruche.page.Texts;
import fr.ruche.page.Typed;
import fr.ruche.programme.CallParameters;
import fr.ruche.programme.Calls;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A juror marks the dossiers of a session, one after the other; a manager or the president opens and reveals. */
@Page
@RequestMapping("/bureau/seances/{id}/notes")
class MarkingPage {

    private static final String NOT_APPLICABLE = "n";

    private final JurySessions sessions;
    private final Sheets sheets;
    private final Markings markings;
    private final Dossiers dossiers;
    private final Calls calls;
    private final Actors actors;
    private final Names names;
    private final Texts texts;
    private final Clock clock;

    MarkingPage(
            JurySessions sessions,
            Sheets sheets,
            Markings markings,
            Dossiers dossiers,
            Calls calls,
            Actors actors,
            Names names,
            Texts texts,
            Clock clock) {
        this.sessions = sessions;
        this.sheets = sheets;
        this.markings = markings;
        this.dossiers = dossiers;
        this.calls = calls;
        this.actors = actors;
        this.names = names;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping
    String list(@PathVariable UUID id, Model model) {
        var me = actors.required();
        var session = sessions.visibleTo(me, id);
        var mine = markings.marks(id, me) ? sheets.own(id, me) : List.<Sheet>of();
        common(session, model);
        model.addAttribute("sheets", mine);
        model.addAttribute("left", mine.stream().filter(MarkingPage::open).count());
        model.addAttribute(
                "next",
                mine.stream()
                        .filter(MarkingPage::open)
                        .map(Sheet::dossier)
                        .findFirst()
                        .orElse(null));
        model.addAttribute("examined", examined(session));
        model.addAttribute("steers", markings.steers(id, me));
        model.addAttribute("progress", markings.progress(id, me));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("/bureau/seances", texts.of("sessions.title")),
                        new Crumb("/bureau/seances/" + id, names.jury(session.jury()))));
        var closing = markings.state(id, me)
                .map(state -> ParisTime.dayOf(state.closesAt().minusMillis(1)))
                .orElseGet(() -> markings.usualClosing(id, me));
        Form.ready(model, Typed.empty().put("closesOn", closing));
        return "desk/marks";
    }

    @PostMapping("/ouverture")
    String open(@PathVariable UUID id, Form form, Model model) {
        return form.answer(
                "marking.opened",
                typed -> {
                    var day = typed.day("closesOn");
                    typed.ifWrong();
                    markings.open(id, day, actors.required());
                    return page(id);
                },
                () -> list(id, model));
    }

    @PostMapping("/revelation")
    String reveal(@PathVariable UUID id, Form form, Model model) {
        return form.answer(
                "marking.revealed",
                typed -> {
                    markings.reveal(id, typed.ticked("early"), actors.required());
                    return page(id);
                },
                () -> list(id, model));
    }

    @GetMapping("/{number}")
    String sheet(
            @PathVariable UUID id,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String suite,
            Model model) {
        model.addAttribute("first", suite != null);
        var me = actors.required();
        var session = sessions.visibleTo(me, id);
        var dossier = new DossierNumber(number);
        var sheet = sheets.own(id, dossier, me);
        var mine = sheets.own(id, me);
        var at = mine.stream().map(Sheet::dossier).toList().indexOf(dossier);
        common(session, model);
        model.addAttribute("sheet", sheet);
        model.addAttribute("project", dossiers.get(dossier));
        model.addAttribute("place", at + 1);
        model.addAttribute("count", mine.size());
        model.addAttribute("left", mine.stream().filter(MarkingPage::open).count());
        model.addAttribute("previous", at > 0 ? mine.get(at - 1).dossier() : null);
        model.addAttribute("following", at + 1 < mine.size() ? mine.get(at + 1).dossier() : null);
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("/bureau/seances", texts.of("sessions.title")),
                        new Crumb("/bureau/seances/" + id, names.jury(session.jury())),
                        new Crumb(page(id), texts.of("marks.title"))));
        Form.ready(model, typed(sheet));
        return "desk/mark";
    }

    @PostMapping("/{number}")
    String save(@PathVariable UUID id, @PathVariable String number, Form form, Model model) {
        var dossier = new DossierNumber(number);
        var what = form.typed().value("do");
        return form.answer(
                "marks." + (List.of("submit", "abstain", "resume").contains(what) ? what : "save"),
                typed -> {
                    var me = actors.required();
                    var entries = entries(id, dossier, typed);
                    typed.ifWrong();
                    if (!"resume".equals(what)) {
                        sheets.save(id, dossier, entries, me);
                    }
                    return switch (what) {
                        case "submit" -> {
                            sheets.become(id, dossier, SheetState.SUBMITTED, me);
                            yield after(id, dossier);
                        }
                        case "abstain" -> {
                            sheets.become(id, dossier, SheetState.ABSTAINED, me);
                            yield after(id, dossier);
                        }
                        case "resume" -> {
                            sheets.become(id, dossier, SheetState.DRAFT, me);
                            yield page(id) + "/" + number;
                        }
                        default -> page(id) + "/" + number;
                    };
                },
                () -> sheet(id, number, null, model));
    }

    /** The next dossier that still waits for this juror, from here on and then from the beginning; else the list. */
    private String after(UUID id, DossierNumber dossier) {
        var mine = sheets.own(id, actors.required());
        var at = mine.stream().map(Sheet::dossier).toList().indexOf(dossier);
        var later = mine.subList(at + 1, mine.size()).stream()
                .filter(MarkingPage::open)
                .findFirst();
        return later.or(() -> mine.stream().filter(MarkingPage::open).findFirst())
                .map(next -> page(id) + "/" + next.dossier() + "?suite=1")
                .orElse(page(id));
    }

    private List<MarkEntry> entries(UUID id, DossierNumber dossier, Typed typed) {
        return sheets.own(id, dossier, actors.required()).marks().stream()
                .map(Mark::indicator)
                .map(code -> new MarkEntry(
                        code,
                        mark(code, typed),
                        NOT_APPLICABLE.equals(typed.value("mark." + code)),
                        typed.value("comment." + code),
                        version(code, typed)))
                .toList();
    }

    private static @Nullable Integer mark(String code, Typed typed) {
        return NOT_APPLICABLE.equals(typed.value("mark." + code)) ? null : typed.whole("mark." + code);
    }

    private static int version(String code, Typed typed) {
        var version = typed.whole("version." + code);
        return version == null ? 0 : version;
    }

    private static Typed typed(Sheet sheet) {
        var typed = Typed.empty();
        for (var mark : sheet.marks()) {
            typed.put("mark." + mark.indicator(), mark.notApplicable() ? NOT_APPLICABLE : mark.mark());
            typed.put("comment." + mark.indicator(), mark.comment());
        }
        return typed;
    }

    private void common(JurySession session, Model model) {
        var me = actors.required();
        var state = markings.state(session.id(), me).orElse(null);
        model.addAttribute("sitting", session);
        model.addAttribute("state", state);
        model.addAttribute("takesMarks", state != null && state.takesMarks(clock.instant()));
        model.addAttribute("rules", call(session).marking());
        model.addAttribute("grid", call(session).grid());
        model.addAttribute("day", ParisTime.dayOf(session.startsAt()));
        model.addAttribute("names", names);
    }

    private CallParameters call(JurySession session) {
        return calls.current(session.call()).parameters();
    }

    private Map<DossierNumber, DossierCase> examined(JurySession session) {
        return session.onAgenda().stream()
                .filter(item -> !item.withheld())
                .map(AgendaItem::dossier)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), dossiers::get));
    }

    private static boolean open(Sheet sheet) {
        return sheet.state() == SheetState.DRAFT;
    }

    private static String page(UUID id) {
        return "/bureau/seances/" + id + "/notes";
    }
}
