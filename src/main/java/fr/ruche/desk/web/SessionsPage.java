package fr.ruche.desk.web;

import fr.ruche.common.ParisTime;
import fr.ruche.document.Upload;
import fr.ruche.dossier.DossierCase;
import fr.ruche.dossier.DossierFilter;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.DossierSort;
import fr.ruche.dossier.Dossiers;
import fr.ruche.identity.Actors;
import fr.ruche.identity.Role;
import fr.ruche.jury.AgendaItem;
import fr.ruche.jury.AgendaQuery;
import fr.ruche.jury.Agendas;
import fr.ruche.jury.JuryMember;
import fr.ruche.jury.JurySession;
import fr.ruche.jury.JurySessions;
import fr.ruche.jury.SessionStatus;
import fr.ruche.jury.SignedMinutes;
import fr.ruche.marking.MarkingPhase;
import fr.ruche.marking.Markings;
import fr.ruche.page.Choice;
import fr.ruche.page.Crumb;
import fr.ruche.page.Form;
import fr.ruche.page.Page;
import fr.ruche.page.Texts;
import fr.ruche.page.Typed;
import fr.ruche.programme.Calls;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;

/** The sessions of the juries and their agendas. */
@Page
@RequestMapping("/bureau/seances")
class SessionsPage {

    private static final int MANY = 200;

    private final JurySessions sessions;
    private final SignedMinutes signed;
    private final Agendas agendas;
    private final Markings markings;
    private final Dossiers dossiers;
    private final Calls calls;
    private final Clock clock;
    private final Actors actors;
    private final Names names;
    private final Texts texts;

    SessionsPage(
            JurySessions sessions,
            SignedMinutes signed,
            Agendas agendas,
            Markings markings,
            Dossiers dossiers,
            Calls calls,
            Clock clock,
            Actors actors,
            Names names,
            Texts texts) {
        this.sessions = sessions;
        this.signed = signed;
        this.agendas = agendas;
        this.markings = markings;
        this.dossiers = dossiers;
        this.calls = calls;
        this.clock = clock;
        this.actors = actors;
        this.names = names;
        this.texts = texts;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("sessions", sessions.visibleTo(actors.required()));
        model.addAttribute("names", names);
        return "desk/sessions";
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model) {
        var me = actors.required();
        var session = sessions.visibleTo(me, id);
        model.addAttribute("sitting", session);
        model.addAttribute("examined", examined(session));
        model.addAttribute("marks", markings.marks(id, me) || markings.steers(id, me));
        model.addAttribute(
                "revealed",
                markings.state(id, me)
                        .filter(state -> state.phase() != MarkingPhase.BLIND)
                        .isPresent());
        model.addAttribute("day", ParisTime.dayOf(session.startsAt()));
        model.addAttribute("names", names);
        var steward = me.is(Role.MANAGER) && session.status().open();
        model.addAttribute("steward", steward);
        var notice = calls.current(session.call()).parameters().delays().juryConvocationDays();
        var composes = steward && session.status() == SessionStatus.CONVOQUEE;
        model.addAttribute("composes", composes);
        model.addAttribute("measures", measures(session));
        model.addAttribute("territories", "regional".equals(session.jury()) ? names.territories() : List.of());
        model.addAttribute("signed", signed.of(id, me).orElse(null));
        model.addAttribute("signs", me.is(Role.MANAGER) && session.minutesSha256() != null);
        model.addAttribute("notice", notice);
        model.addAttribute("late", session.status().open() && session.daysOfNotice(clock.instant()) < notice);
        model.addAttribute(
                "unreached",
                session.members().stream()
                        .filter(member -> member.username() == null)
                        .map(JuryMember::name)
                        .collect(Collectors.joining(", ")));
        model.addAttribute("waiting", steward ? waiting(session) : List.<Choice>of());
        model.addAttribute("crumbs", List.of(new Crumb("/bureau/seances", texts.of("sessions.title"))));
        Form.ready(model, asked(session));
        return "desk/session";
    }

    private List<Choice> measures(JurySession session) {
        return calls.current(session.call()).parameters().measures().stream()
                .map(measure -> new Choice(measure.code(), measure.code() + " – " + measure.title()))
                .toList();
    }

    private static Typed asked(JurySession session) {
        var typed = Typed.empty();
        var query = session.query();
        if (query != null) {
            typed.put("follow", "true");
            typed.set("measures", query.measures());
            typed.set("territories", query.territories());
        }
        return typed;
    }

    @PostMapping("/{id}/requete")
    String follow(@PathVariable UUID id, Form form, Model model) {
        return form.answer(
                "session.followed",
                typed -> {
                    agendas.follow(
                            seen(id),
                            typed.ticked("follow")
                                    ? new AgendaQuery(typed.chosen("measures"), typed.chosen("territories"))
                                    : null,
                            actors.required());
                    return page(id);
                },
                () -> show(id, model));
    }

    @GetMapping(path = "/{id}/proces-verbal.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> minutesFile(@PathVariable UUID id) {
        var file = sessions.minutesFile(id, actors.required());
        var name =
                texts.of("session.minutesName", ParisTime.dayOf(sessions.get(id).startsAt()));
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(name).build().toString())
                .body(file);
    }

    @PostMapping("/{id}/proces-verbal-signe")
    String keepSigned(@PathVariable UUID id, @RequestParam MultipartFile file, Form form, Model model)
            throws IOException {
        var upload = new Upload(Objects.requireNonNullElse(file.getOriginalFilename(), ""), file.getBytes());
        return form.answer(
                "session.signed",
                typed -> {
                    signed.keep(id, upload, actors.required());
                    return page(id);
                },
                () -> show(id, model));
    }

    @GetMapping(path = "/{id}/proces-verbal-signe.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> signed(@PathVariable UUID id) {
        var file = signed.open(id, actors.required());
        var name =
                texts.of("session.signedName", ParisTime.dayOf(sessions.get(id).startsAt()));
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(file);
    }

    /** A document of its own, with nothing of the page round it: it is printed and kept. */
    @ResponseBody
    @GetMapping(path = "/{id}/proces-verbal", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    String minutes(@PathVariable UUID id) {
        return sessions.minutes(id, actors.required());
    }

    @PostMapping("/{id}/ordre-du-jour")
    String put(@PathVariable UUID id, Form form, Model model) {
        return form.answer(
                "session.put",
                typed -> {
                    var number = typed.required("dossier", texts.of("session.dossier.required"));
                    typed.ifWrong();
                    agendas.put(seen(id), new DossierNumber(String.valueOf(number)), actors.required());
                    return page(id);
                },
                () -> show(id, model));
    }

    @PostMapping("/{id}/retrait")
    String remove(@PathVariable UUID id, Form form, Model model) {
        return form.answer(
                "session.removed",
                typed -> {
                    var number = new DossierNumber(typed.value("number"));
                    agendas.remove(seen(id), number, typed.value("motive"), actors.required());
                    return page(id);
                },
                () -> show(id, model));
    }

    @PostMapping("/{id}/annulation")
    String cancel(@PathVariable UUID id, Form form, Model model) {
        return form.answer(
                "session.cancelled",
                typed -> {
                    sessions.cancel(seen(id), typed.value("motive"), actors.required());
                    return page(id);
                },
                () -> show(id, model));
    }

    private UUID seen(UUID id) {
        return sessions.visibleTo(actors.required(), id).id();
    }

    private Map<DossierNumber, DossierCase> examined(JurySession session) {
        return session.agenda().stream()
                .filter(item -> !item.withheld())
                .map(AgendaItem::dossier)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), dossiers::get));
    }

    private List<Choice> waiting(JurySession session) {
        var filter = DossierFilter.ALL
                .ofCall(session.call())
                .beforeJury(session.jury())
                .atStep("event_putOnAgenda");
        return dossiers.search(filter, actors.required(), 0, MANY, DossierSort.NUMBER).items().stream()
                .map(d -> new Choice(d.number(), d.number() + " – " + d.title()))
                .toList();
    }

    private static String page(UUID id) {
        return "/bureau/seances/" + id;
    }
}
