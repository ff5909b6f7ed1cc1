package fr.ruche.audit.web;

import fr.ruche.audit.Audit;
import fr.ruche.audit.AuditFilter;
import fr.ruche.audit.Domain;
import fr.ruche.common.Rejected;
import fr.ruche.identity.Actors;
import fr.ruche.listing.ExportFormat;
import fr.ruche.page.Crumb;
import fr.ruche.page.Faults;
import fr.ruche.page.Page;
import fr.ruche.page.Texts;
import fr.ruche.page.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Who did what; the filters are the address. */
@Page
@RequestMapping("/bureau/gestion/journal")
class AuditPage {

    private final Audit audit;
    private final Actors actors;
    private final Texts texts;

    AuditPage(Audit audit, Actors actors, Texts texts) {
        this.audit = audit;
        this.actors = actors;
        this.texts = texts;
    }

    @GetMapping
    String show(@RequestParam MultiValueMap<String, String> parameters, HttpServletResponse answer, Model model) {
        var typed = Typed.of(parameters);
        model.addAttribute("typed", typed);
        model.addAttribute("domains", texts.choices("journal.domain", Domain.values()));
        model.addAttribute("crumbs", List.of(new Crumb("/bureau/gestion", texts.of("menu.settings"))));
        try {
            var filter = filter(typed);
            var before = typed.whole("before");
            typed.ifWrong();
            var lines = audit.page(filter, before == null ? null : before.longValue(), actors.required());
            model.addAttribute("faults", Faults.none());
            model.addAttribute("lines", lines);
            model.addAttribute("head", audit.head(actors.required()));
            model.addAttribute("query", query(filter));
            model.addAttribute(
                    "next",
                    lines.size() < 50 ? null : lines.get(lines.size() - 1).position());
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
        var filter = filter(typed);
        typed.ifWrong();
        var me = actors.required();
        answer.setContentType(kind.mediaType());
        answer.setHeader("Content-Disposition", "attachment; filename=\"journal." + format + "\"");
        audit.export(filter, kind, answer.getOutputStream(), me);
    }

    private static AuditFilter filter(Typed typed) {
        return new AuditFilter(
                typed.day("from"),
                typed.day("to"),
                typed.text("actor"),
                typed.choice("domain", Domain.class),
                typed.text("subject"));
    }

    private static String query(AuditFilter filter) {
        var query = UriComponentsBuilder.newInstance();
        add(query, "from", filter.from());
        add(query, "to", filter.to());
        add(query, "actor", filter.actor());
        add(query, "domain", filter.domain());
        add(query, "subject", filter.subject());
        var text = query.encode().build().getQuery();
        return text == null ? "" : text;
    }

    private static void add(UriComponentsBuilder query, String name, @Nullable Object value) {
        if (value != null) {
            query.queryParam(name, value);
        }
    }
}
