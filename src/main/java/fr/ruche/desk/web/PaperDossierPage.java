package fr.ruche.desk.web;

import fr.ruche.document.Upload;
import fr.ruche.dossier.DossierCase;
import fr.ruche.dossier.DossierDocuments;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.identity.Actors;
import fr.ruche.notification.Notifications;
import fr.ruche.page.Choice;
import fr.ruche.page.Crumb;
import fr.ruche.page.FicheFields;
import fr.ruche.page.Form;
import fr.ruche.page.FullFields;
import fr.ruche.page.Page;
import fr.ruche.page.Texts;
import fr.ruche.page.Typed;
import fr.ruche.programme.Calls;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * What comes on paper for a dossier that runs: the correction of its fiche, the full dossier, the papers asked for; and
 * the letters to send back to a porteur who has no account.
 */
@Page
@RequestMapping("/bureau/dossiers/{number}/papier")
class PaperDossierPage {

    private static final String CORRECTION = "userTask_correctFiche";
    private static final String FULL = "userTask_completeDossier";

    private final Dossiers dossiers;
    private final DossierDocuments documents;
    private final Notifications letters;
    private final Calls calls;
    private final Actors actors;
    private final FicheFields fiche;
    private final FullFields full;
    private final ListPlace place;
    private final Texts texts;

    PaperDossierPage(
            Dossiers dossiers,
            DossierDocuments documents,
            Notifications letters,
            Calls calls,
            Actors actors,
            FicheFields fiche,
            FullFields full,
            ListPlace place,
            Texts texts) {
        this.dossiers = dossiers;
        this.documents = documents;
        this.letters = letters;
        this.calls = calls;
        this.actors = actors;
        this.fiche = fiche;
        this.full = full;
        this.place = place;
        this.texts = texts;
    }

    @GetMapping
    String ask(@PathVariable DossierNumber number, Model model) {
        return show(visible(number), model);
    }

    @PostMapping
    String register(@PathVariable DossierNumber number, Form form, Model model) {
        var dossier = visible(number);
        if (full.change(form.typed(), form.typed().value("action"))) {
            return form.again(() -> show(dossier, model));
        }
        return form.answer(
                "paper.registered",
                typed -> {
                    register(dossier, typed);
                    return address(number);
                },
                () -> show(dossier, model));
    }

    private DossierCase visible(DossierNumber number) {
        return dossiers.visibleTo(actors.required(), number);
    }

    private String address(DossierNumber number) {
        return "/bureau/dossiers/" + number + "/papier" + place.trail();
    }

    private void register(DossierCase dossier, Typed typed) {
        var arrival = PaperFields.read(typed);
        var me = actors.required();
        if (CORRECTION.equals(dossier.step())) {
            dossiers.registerCorrection(dossier.number(), fiche.read(typed), arrival, me);
        } else if (FULL.equals(dossier.step())) {
            dossiers.registerFull(dossier.number(), full.read(typed), arrival, me);
        } else {
            typed.ifWrong();
            dossiers.registerFull(dossier.number(), null, arrival, me);
        }
    }

    @PostMapping("/pieces")
    String attach(
            @PathVariable DossierNumber number,
            @RequestParam String kind,
            @RequestParam MultipartFile file,
            Form form,
            Model model)
            throws IOException {
        var upload = new Upload(Objects.requireNonNullElse(file.getOriginalFilename(), ""), file.getBytes());
        return form.answer(
                "papers.added",
                typed -> {
                    documents.add(number, kind, upload, actors.required(), null);
                    return address(number);
                },
                () -> {
                    var dossier = visible(number);
                    model.addAttribute("typed", known(dossier));
                    return show(dossier, model);
                });
    }

    private String show(DossierCase dossier, Model model) {
        Form.ready(model, known(dossier));
        var typed = (Typed) Objects.requireNonNull(model.getAttribute("typed"));
        var call = calls.at(dossier.call(), dossier.callVersion());
        var measure = call.measure(dossier.measure());
        var takes = dossiers.takesPaper(actors.required(), dossier);
        model.addAttribute("dossier", dossier);
        model.addAttribute("measure", measure);
        model.addAttribute("takes", takes);
        model.addAttribute("correction", takes && CORRECTION.equals(dossier.step()));
        model.addAttribute("full", takes && FULL.equals(dossier.step()));
        model.addAttribute("papers", papers(dossier));
        model.addAttribute("missing", dossiers.missingDocuments(dossier.number()));
        model.addAttribute("trail", place.trail());
        model.addAttribute("letters", letters.of(dossier.number()));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("/bureau/dossiers", texts.of("menu.dossiers")),
                        new Crumb(
                                "/bureau/dossiers/" + dossier.number() + place.trail(),
                                dossier.number().value())));
        fiche.addChoices(call.parameters(), model);
        model.addAttribute("money", call.givesMoney(dossier.measure()));
        full.addBudget(typed, measure.investmentAllowed(), model);
        return "desk/paper";
    }

    private Typed known(DossierCase dossier) {
        return CORRECTION.equals(dossier.step()) ? fiche.write(dossier.fiche()) : full.write(dossier.full());
    }

    private List<Choice> papers(DossierCase dossier) {
        var asked = dossiers.requiredDocuments(dossier.number()).stream()
                .map(paper -> new Choice(paper.kind(), paper.title()));
        return Stream.concat(asked, Stream.of(new Choice(DossierDocuments.OTHER, texts.of("papers.other"))))
                .toList();
    }
}
