package fr.ruche.portal.web;

import fr.ruche.common.Fault;
import fr.ruche.common.Rejected;
import fr.ruche.document.Attachment;
import fr.ruche.document.Upload;
import fr.ruche.dossier.DossierCase;
import fr.ruche.dossier.DossierDocuments;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.identity.Actors;
import fr.ruche.page.Crumb;
import fr.ruche.page.Faults;
import fr.ruche.page.Page;
import fr.ruche.page.Texts;
import fr.ruche.programme.CallParameters.RequiredDocument;
import fr.ruche.programme.Calls;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The papers of a dossier: which are asked for, which are there, which are missing. */
@Page
@RequestMapping("/porteur/dossiers/{number}/pieces")
class PapersPage {

    private static final String OTHER = "AUTRE";

    private final Dossiers dossiers;
    private final DossierDocuments documents;
    private final Calls calls;
    private final Actors actors;
    private final Texts texts;
    private final Asked asked;

    PapersPage(Dossiers dossiers, DossierDocuments documents, Calls calls, Actors actors, Texts texts, Asked asked) {
        this.dossiers = dossiers;
        this.documents = documents;
        this.calls = calls;
        this.actors = actors;
        this.texts = texts;
        this.asked = asked;
    }

    @GetMapping
    String show(@PathVariable DossierNumber number, Model model) {
        var dossier = dossiers.visibleTo(actors.required(), number);
        if (!HolderSteps.papers(dossier)) {
            return "redirect:/porteur/dossiers/" + number;
        }
        model.addAttribute("dossier", dossier);
        model.addAttribute("papers", papers(dossier));
        model.addAttribute("missing", dossiers.missingDocuments(number));
        model.addAttribute("asked", asked.last(dossier, "COMPLETENESS_CHECKED"));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("/porteur", texts.of("menu.mine")),
                        new Crumb("/porteur/dossiers/" + number, number.value())));
        if (!model.containsAttribute("faults")) {
            model.addAttribute("faults", Faults.none());
        }
        return "portal/papers";
    }

    @PostMapping
    String add(
            @PathVariable DossierNumber number,
            @RequestParam Map<String, MultipartFile> files,
            RedirectAttributes after)
            throws IOException {
        var faults = new ArrayList<Fault>();
        var added = 0;
        for (var file : files.entrySet()) {
            if (file.getValue().getSize() > 0 || named(file.getValue())) {
                added += add(number, file.getKey(), file.getValue(), faults) ? 1 : 0;
            }
        }
        after.addFlashAttribute("faults", new Faults(faults));
        if (added > 0) {
            after.addFlashAttribute("done", "papers.added");
        }
        return "redirect:/porteur/dossiers/" + number + "/pieces";
    }

    @PostMapping("/{id}/retrait")
    String remove(@PathVariable DossierNumber number, @PathVariable UUID id, RedirectAttributes after) {
        documents.remove(number, id, actors.required());
        after.addFlashAttribute("done", "papers.removed");
        return "redirect:/porteur/dossiers/" + number + "/pieces";
    }

    @PostMapping("/depot")
    String deposit(@PathVariable DossierNumber number, RedirectAttributes after) {
        var complement = HolderSteps.documentsAsked(dossiers.visibleTo(actors.required(), number));
        return new Sending(number, complement ? "/pieces" : "/dossier", after)
                .deposit(complement ? "papers" : "full", () -> dossiers.depositFull(number, actors.required()));
    }

    private boolean add(DossierNumber number, String field, MultipartFile file, List<Fault> faults) throws IOException {
        var upload = new Upload(Objects.requireNonNullElse(file.getOriginalFilename(), ""), file.getBytes());
        try {
            documents.add(number, field.replaceFirst("^file\\.", ""), upload, actors.required(), null);
            return true;
        } catch (Rejected rejected) {
            rejected.faults().forEach(f -> faults.add(new Fault(field, f.rule(), f.message())));
            return false;
        }
    }

    private static boolean named(MultipartFile file) {
        var name = file.getOriginalFilename();
        return name != null && !name.isBlank();
    }

    private List<Paper> papers(DossierCase dossier) {
        var required = dossiers.requiredDocuments(dossier.number());
        var asked = new LinkedHashMap<String, Paper>();
        var files = documents.list(dossier.number(), actors.required()).stream()
                .filter(f -> f.state() == Attachment.State.CURRENT)
                .toList();
        required.forEach(paper -> asked.put(paper.kind(), Paper.of(paper, true, files)));
        calls.at(dossier.call(), dossier.callVersion()).parameters().documents().stream()
                .filter(paper -> optional(paper, dossier))
                .forEach(paper -> asked.putIfAbsent(paper.kind(), Paper.of(paper, false, files)));
        asked.put(OTHER, Paper.other(texts.of("papers.other"), texts.of("papers.other.help"), files));
        return List.copyOf(asked.values());
    }

    private static boolean optional(RequiredDocument paper, DossierCase dossier) {
        var holder = dossier.fiche().holder();
        var kind = holder == null ? null : holder.kind();
        return "OPTIONAL".equals(paper.condition())
                && (paper.holders().isEmpty()
                        || (kind != null && paper.holders().contains(kind)))
                && (paper.measures().isEmpty() || paper.measures().contains(dossier.measure()));
    }

    /** A kind of paper with the files given for it. */
    record Paper(String kind, String title, String help, boolean required, List<Attachment> files) {

        static Paper of(RequiredDocument paper, boolean required, List<Attachment> files) {
            return new Paper(paper.kind(), paper.title(), paper.help(), required, of(paper.kind(), files));
        }

        static Paper other(String title, String help, List<Attachment> files) {
            return new Paper(OTHER, title, help, false, of(OTHER, files));
        }

        private static List<Attachment> of(String kind, List<Attachment> files) {
            return files.stream().filter(f -> f.kind().equals(kind)).toList();
        }

        public boolean missing() {
            return required && files.isEmpty();
        }
    }
}
