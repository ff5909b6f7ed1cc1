package fr.ruche.cockpit.web;

import fr.ruche.cockpit.Equity;
import fr.ruche.cockpit.EquityLine;
import fr.ruche.cockpit.SilentView;
import fr.ruche.cockpit.SilentView.Scope;
import fr.ruche.common.Sentences;
import fr.ruche.identity.Actors;
import fr.ruche.listing.ExportFormat;
import fr.ruche.listing.ListAddresses;
import fr.ruche.listing.Listing;
import fr.ruche.page.Page;
import fr.ruche.page.Texts;
import fr.ruche.page.Typed;
import fr.ruche.territory.Contours;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whether what is granted goes where it is most needed, and from where nothing ever comes; on a map, too. */
@Page
@RequestMapping(EquityPage.PATH)
class EquityPage {

    static final String PATH = CockpitPage.PATH + "/equite";
    static final String SILENT = PATH + "/sans-fiche";

    private static final int SIZE = 200;

    /** What the map may show: a column of the table. */
    private static final List<String> SHOWN = List.of(
            "deposited",
            "funded",
            "requested",
            "granted",
            "grantedRate",
            "requestedPerHead",
            "grantedPerHead",
            "mark",
            "difficulty");

    private final Equity equity;
    private final Contours contours;
    private final CockpitFrame frame;
    private final ListAddresses addresses;
    private final Actors actors;
    private final Texts texts;

    EquityPage(
            Equity equity, Contours contours, CockpitFrame frame, ListAddresses addresses, Actors actors, Texts texts) {
        this.equity = equity;
        this.contours = contours;
        this.frame = frame;
        this.addresses = addresses;
        this.actors = actors;
        this.texts = texts;
    }

    @GetMapping
    String show(@RequestParam MultiValueMap<String, String> parameters, HttpServletResponse answer, Model model) {
        return frame.show("equity", parameters, answer, model, asked -> {
            model.addAttribute("found", equity.view(asked.listing().filter(), actors.required()));
            model.addAttribute("shown", SHOWN);
            contours.origin().ifPresent(origin -> model.addAttribute("origin", origin));
        });
    }

    /** From where no fiche came: in this call, or ever. */
    @GetMapping("/sans-fiche")
    String silent(@RequestParam MultiValueMap<String, String> parameters, HttpServletResponse answer, Model model) {
        return frame.show("silent", parameters, answer, model, asked -> {
            var typed = Typed.of(parameters);
            var scope = scope(typed);
            var at = Objects.requireNonNullElse(typed.whole("page"), 0);
            typed.ifWrong();
            var found = equity.silent(asked.listing().filter(), scope, actors.required());
            var pages = Math.max(1, (found.communes().size() + SIZE - 1) / SIZE);
            var shown = Math.min(at, pages - 1);
            model.addAttribute("page", "equity");
            model.addAttribute("found", found);
            model.addAttribute("scopes", texts.choices("silent.scope", Scope.values()));
            model.addAttribute(
                    "communes",
                    found.communes().stream()
                            .skip((long) shown * SIZE)
                            .limit(SIZE)
                            .toList());
            model.addAttribute("at", shown);
            model.addAttribute("pages", pages);
        });
    }

    /** The table of the page, as a file. */
    @GetMapping("/territoires.{format:csv|xlsx}")
    void territories(
            @PathVariable String format,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletResponse answer)
            throws IOException {
        var found = equity.view(filtered(parameters).filter(), actors.required());
        export(
                format,
                answer,
                "equite",
                texts.of("equity.title"),
                List.of(
                        "territory",
                        "siren",
                        "difficulty",
                        "population",
                        "deposited",
                        "complete",
                        "funded",
                        "success",
                        "requested",
                        "granted",
                        "grantedRate",
                        "requestedPerHead",
                        "grantedPerHead",
                        "mark",
                        "marked",
                        "communes",
                        "silentCommunes"),
                found.territories().stream().map(EquityPage::cells));
    }

    private static List<@Nullable Object> cells(EquityLine line) {
        var figures = line.figures();
        return Arrays.asList(
                line.territory() == null ? Sentences.of("equity.none") : line.name(),
                line.territory(),
                number(line.difficulty()),
                number(line.population()),
                number(figures.deposited()),
                number(figures.complete()),
                number(figures.funded()),
                figures.success(),
                figures.requested(),
                figures.granted(),
                figures.grantedRate(),
                figures.requestedPerHead(),
                figures.grantedPerHead(),
                figures.mark(),
                number(figures.marked()),
                number(line.communes()),
                number(line.silentCommunes()));
    }

    /** Intercommunalities, then communes, from where no fiche came, as a file. */
    @GetMapping("/sans-fiche.{format:csv|xlsx}")
    void silent(
            @PathVariable String format,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletResponse answer)
            throws IOException {
        var typed = Typed.of(parameters);
        var scope = scope(typed);
        typed.ifWrong();
        var found = equity.silent(filtered(parameters).filter(), scope, actors.required());
        export(
                format,
                answer,
                "sans-fiche",
                texts.of("silent.title"),
                List.of("kind", "code", "name", "epci", "population", "before"),
                rows(found));
    }

    private static Stream<List<@Nullable Object>> rows(SilentView found) {
        var epci = found.territories().stream()
                .map(one -> Arrays.<@Nullable Object>asList(
                        Sentences.of("silent.kind.epci"),
                        one.epci().siren(),
                        one.epci().name(),
                        one.epci().name(),
                        number(one.epci().population()),
                        Sentences.of(one.before() ? "yes" : "no")));
        var communes = found.communes().stream()
                .map(one -> Arrays.<@Nullable Object>asList(
                        Sentences.of("silent.kind.commune"),
                        one.commune().code(),
                        one.commune().name(),
                        one.commune().epciName(),
                        number(one.commune().population()),
                        Sentences.of(one.before() ? "yes" : "no")));
        return Stream.concat(epci, communes);
    }

    /** A whole number is a number of the file too. */
    private static @Nullable BigDecimal number(@Nullable Integer whole) {
        return whole == null ? null : BigDecimal.valueOf(whole);
    }

    private void export(
            String format,
            HttpServletResponse answer,
            String name,
            String title,
            List<String> columns,
            Stream<List<@Nullable Object>> rows)
            throws IOException {
        var kind = ExportFormat.valueOf(format.toUpperCase(Locale.ROOT));
        answer.setContentType(kind.mediaType());
        answer.setHeader("Content-Disposition", "attachment; filename=\"" + name + "." + format + "\"");
        var headings = columns.stream()
                .<@Nullable Object>map(column -> texts.of("equity.column." + column))
                .toList();
        var sheet = kind.sheet(answer.getOutputStream(), title, headings);
        for (var row : rows.toList()) {
            sheet.row(row);
        }
        sheet.close();
    }

    private Listing filtered(MultiValueMap<String, String> parameters) {
        return addresses.read(parameters, Listing.USUAL);
    }

    private static Scope scope(Typed typed) {
        return Objects.requireNonNullElse(typed.choice("scope", Scope.class), Scope.CALL);
    }
}
