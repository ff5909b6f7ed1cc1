package fr.ruche.audit.web;

import fr.ruche.audit.Audit;
import fr.ruche.common.Deed;
import fr.ruche.common.Deed.Domain;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Actors;
import fr.ruche.identity.Role;
import fr.ruche.listing.ExportFormat;
import fr.ruche.page.Choice;
import fr.ruche.page.Crumb;
import fr.ruche.page.Faults;
import fr.ruche.page.Page;
import fr.ruche.page.Texts;
import fr.ruche.page.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who did what; the filters are the address. */
@Page
@RequestMapping("/bureau/gestion/journal")
class AuditPage {

    private static final int SIZE = 50;
    private static final int DAYS = 7;

    private final Audit audit;
    private final Actors actors;
    private final Texts texts;
    private final ApplicationEventPublisher events;

    AuditPage(Audit audit, Actors actors, Texts texts, ApplicationEventPublisher events) {
        this.audit = audit;
        this.actors = actors;
        this.texts = texts;
        this.events = events;
    }

    @GetMapping
    String show(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(required = false) @Nullable Long before,
            HttpServletResponse answer,
            Model model) {
        var me = actors.required();
        var typed = Typed.of(parameters);
        model.addAttribute("typed", typed);
        model.addAttribute("domains", domains(me));
        model.addAttribute("crumbs", List.of(new Crumb("/bureau/gestion", texts.of("menu.settings"))));
        try {
            var filter = AuditAddress.read(typed);
            typed.ifWrong();
            var part = audit.page(filter, before, SIZE, me);
            model.addAttribute("faults", Faults.none());
            model.addAttribute("lines", part.facts());
            model.addAttribute("head", audit.head(me));
            model.addAttribute("query", AuditAddress.query(filter));
            model.addAttribute("later", before != null);
            model.addAttribute("next", part.next());
        } catch (Rejected rejected) {
            answer.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("faults", new Faults(rejected.faults()));
        }
        return "audit/journal";
    }

    @GetMapping("/journal.{format:csv|xlsx}")
    void export(
            @PathVariable String format,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletResponse answer)
            throws IOException {
        var kind = ExportFormat.valueOf(format.toUpperCase(Locale.ROOT));
        var typed = Typed.of(parameters);
        var filter = AuditAddress.read(typed);
        typed.ifWrong();
        var me = actors.required();
        audit.head(me); // nobody's refusal is kept as an export
        var query = AuditAddress.query(filter);
        events.publishEvent(new Deed(
                Domain.EXPORT,
                kind.name(),
                "JOURNAL_EXPORTED",
                Sentences.of(
                        "deed.export.journal", kind.name(), query.isEmpty() ? texts.of("deed.export.all") : query)));
        answer.setContentType(kind.mediaType());
        answer.setHeader("Content-Disposition", "attachment; filename=\"journal." + format + "\"");
        audit.export(filter, kind, answer.getOutputStream(), me);
    }

    /** The seals of the last days, and what came of holding all of them against the facts, where that was asked. */
    @GetMapping("/sceaux")
    String seals(Model model) {
        return seals(model, actors.required());
    }

    @PostMapping("/sceaux")
    String verify(Model model) {
        var me = actors.required();
        model.addAttribute("verification", audit.verify(me));
        return seals(model, me);
    }

    private String seals(Model model, Actor me) {
        var heads = audit.heads(me);
        model.addAttribute("heads", heads.subList(Math.max(0, heads.size() - DAYS), heads.size()));
        model.addAttribute("head", audit.head(me));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("/bureau/gestion", texts.of("menu.settings")),
                        new Crumb("/bureau/gestion/journal", texts.of("journal.title"))));
        return "audit/seals";
    }

    /** An administrator is offered what he may read only. */
    private static List<Choice> domains(Actor me) {
        return Arrays.stream(Domain.values())
                .filter(domain -> me.is(Role.MANAGER) || Audit.OPEN.contains(domain))
                .map(domain -> new Choice(domain.name(), domain.label()))
                .toList();
    }
}
