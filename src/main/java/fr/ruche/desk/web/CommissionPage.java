package fr.ruche.desk.web;

import fr.ruche.commission.Ballot;
import fr.ruche.commission.Commission;
import fr.ruche.commission.Meeting;
import fr.ruche.commission.MeetingFiles;
import fr.ruche.commission.MeetingStatus;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.funding.DecisionOutcome;
import fr.ruche.identity.Actors;
import fr.ruche.listing.ExportFormat;
import fr.ruche.page.Choice;
import fr.ruche.page.Crumb;
import fr.ruche.page.Form;
import fr.ruche.page.Page;
import fr.ruche.page.Texts;
import fr.ruche.page.Typed;
import fr.ruche.programme.Calls;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The meetings of the commission permanente: prepared, voted, carried out. */
@Page
@RequestMapping(CommissionPage.PATH)
class CommissionPage {

    static final String PATH = "/bureau/gestion/commission";

    private final Commission commission;
    private final MeetingFiles files;
    private final Calls calls;
    private final Actors actors;
    private final Names names;
    private final Texts texts;

    CommissionPage(Commission commission, MeetingFiles files, Calls calls, Actors actors, Names names, Texts texts) {
        this.commission = commission;
        this.files = files;
        this.calls = calls;
        this.actors = actors;
        this.names = names;
        this.texts = texts;
    }

    @GetMapping
    String all(Model model) {
        model.addAttribute("meetings", commission.all(actors.required()));
        model.addAttribute(
                "calls",
                calls.all().stream()
                        .map(call -> new Choice(
                                call.code(),
                                call.code() + " – " + call.parameters().title()))
                        .toList());
        model.addAttribute("crumbs", List.of(new Crumb("/bureau/gestion", texts.of("menu.settings"))));
        Form.ready(model, Typed.empty());
        return "desk/meetings";
    }

    @PostMapping
    String prepare(Form form, Model model) {
        return form.answer(
                "commission.prepared",
                typed -> {
                    var day = typed.day("day");
                    var call = typed.text("call");
                    var title = typed.text("title");
                    typed.ifWrong();
                    return page(commission
                            .prepare(call, day, title, actors.required())
                            .id());
                },
                () -> all(model));
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model) {
        var meeting = commission.get(id, actors.required());
        model.addAttribute("meeting", meeting);
        model.addAttribute("names", names);
        model.addAttribute("open", meeting.status() == MeetingStatus.EN_PREPARATION);
        model.addAttribute("carried", meeting.items().size() - meeting.pending().size());
        model.addAttribute(
                "dossiers",
                meeting.items().stream()
                        .map(item -> new Choice(item.dossier().value(), item.dossier() + " – " + item.title()))
                        .toList());
        model.addAttribute(
                "outcomes",
                Arrays.stream(DecisionOutcome.values())
                        .map(one -> new Choice(one.name(), one.label()))
                        .toList());
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("/bureau/gestion", texts.of("menu.settings")),
                        new Crumb(PATH, texts.of("commission.title"))));
        Form.ready(model, Typed.empty());
        return "desk/meeting";
    }

    @PostMapping("/{id}/reprise")
    String refill(@PathVariable UUID id, Form form, Model model) {
        return changed(id, form, model, typed -> commission.refill(id, actors.required()));
    }

    @PostMapping("/{id}/inscription")
    String put(@PathVariable UUID id, Form form, Model model) {
        return changed(id, form, model, typed -> {
            var number = typed.required("number", texts.of("commission.dossier.required"));
            typed.ifWrong();
            commission.put(id, new DossierNumber(String.valueOf(number).strip()), actors.required());
        });
    }

    @PostMapping("/{id}/proposition")
    String propose(@PathVariable UUID id, Form form, Model model) {
        return changed(id, form, model, typed -> {
            var number = dossier(typed);
            commission.propose(
                    id,
                    number,
                    typed.choice("outcome", DecisionOutcome.class),
                    typed.text("motive"),
                    actors.required());
        });
    }

    @PostMapping("/{id}/retrait")
    String remove(@PathVariable UUID id, Form form, Model model) {
        return changed(
                id,
                form,
                model,
                typed -> commission.remove(id, dossier(typed), typed.value("motive"), actors.required()));
    }

    @PostMapping("/{id}/deport")
    String recuse(@PathVariable UUID id, Form form, Model model) {
        return changed(
                id,
                form,
                model,
                typed -> commission.recuse(
                        id, dossier(typed), typed.text("memberName"), typed.text("motive"), actors.required()));
    }

    @PostMapping("/{id}/deport/retrait")
    String takeBack(@PathVariable UUID id, Form form, Model model) {
        return changed(
                id,
                form,
                model,
                typed -> commission.takeBack(id, dossier(typed), typed.text("memberName"), actors.required()));
    }

    @PostMapping("/{id}/vote")
    String vote(@PathVariable UUID id, Form form, Model model) {
        return form.answer(
                "commission.voted",
                typed -> {
                    var ballot = new Ballot(
                            typed.text("deliberationNumber"),
                            typed.whole("inFavour"),
                            typed.whole("against"),
                            typed.whole("abstained"));
                    typed.ifWrong();
                    commission.vote(id, ballot, actors.required());
                    return page(id);
                },
                () -> show(id, model));
    }

    /** Shows what carrying out would do; nothing is kept. */
    @PostMapping("/{id}/essai")
    String rehearse(@PathVariable UUID id, Model model) {
        var tried = commission.rehearse(id, actors.required());
        model.addAttribute("tried", tried);
        model.addAttribute(
                "refused", tried.stream().filter(one -> one.refusal() != null).count());
        return show(id, model);
    }

    @PostMapping("/{id}/execution")
    String carryOut(@PathVariable UUID id, Form form, Model model) {
        return form.answer(
                "commission.carriedOut",
                typed -> {
                    commission.carryOut(id, actors.required());
                    return page(id);
                },
                () -> show(id, model));
    }

    @GetMapping("/{id}/rapport.pdf")
    ResponseEntity<byte[]> report(@PathVariable UUID id) {
        var file = files.report(id, actors.required());
        return file(file, MediaType.APPLICATION_PDF_VALUE, "rapport", ".pdf", commission.get(id, actors.required()));
    }

    @GetMapping("/{id}/liste.xlsx")
    ResponseEntity<byte[]> list(@PathVariable UUID id) {
        var file = files.list(id, actors.required());
        return file(file, ExportFormat.XLSX.mediaType(), "liste", ".xlsx", commission.get(id, actors.required()));
    }

    private static ResponseEntity<byte[]> file(byte[] file, String type, String name, String end, Meeting meeting) {
        var called = "commission-" + name + "-" + meeting.day() + end;
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(called).build().toString())
                .body(file);
    }

    private DossierNumber dossier(Typed typed) {
        var number = typed.required("dossier", texts.of("commission.dossier.required"));
        typed.ifWrong();
        return new DossierNumber(String.valueOf(number));
    }

    private String changed(UUID id, Form form, Model model, Consumer<Typed> change) {
        return form.answer(
                "commission.changed",
                typed -> {
                    change.accept(typed);
                    return page(id);
                },
                () -> show(id, model));
    }

    private static String page(UUID id) {
        return PATH + "/" + id;
    }
}
