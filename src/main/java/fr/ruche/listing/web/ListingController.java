package fr.ruche.listing.web;

import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.DossierCursor;
import fr.ruche.dossier.DossierPage;
import fr.ruche.dossier.DossierReading;
import fr.ruche.dossier.DossierSort;
import fr.ruche.dossier.Dossiers;
import fr.ruche.identity.Actors;
import fr.ruche.listing.DossierExports;
import fr.ruche.listing.ExportFormat;
import fr.ruche.listing.ExportTrace;
import fr.ruche.listing.ExportTraces;
import fr.ruche.listing.ListAddresses;
import fr.ruche.listing.ListColumns;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists of dossiers, page by page or as files. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Dossiers", description = "De la fiche synthétique à la décision.")
class ListingController {

    private final Dossiers dossiers;
    private final ListAddresses addresses;
    private final DossierExports exports;
    private final ExportTraces traces;
    private final ListColumns columns;
    private final Actors actors;

    ListingController(
            Dossiers dossiers,
            ListAddresses addresses,
            DossierExports exports,
            ExportTraces traces,
            ListColumns columns,
            Actors actors) {
        this.dossiers = dossiers;
        this.addresses = addresses;
        this.exports = exports;
        this.traces = traces;
        this.columns = columns;
        this.actors = actors;
    }

    @GetMapping("/dossiers")
    @ListParameters
    @Operation(
            summary = "Liste des dossiers",
            description = "Les dossiers que ce compte peut voir : les siens pour un porteur ; ceux de son"
                    + " intercommunalité, de ses secteurs ou de son jury pour un agent, une fois la fiche déposée ; tous"
                    + " sauf les brouillons pour un gestionnaire. Pour tout lire, suivez `next` avec `after` : la page"
                    + " reste juste quand des dossiers arrivent, et la dernière coûte autant que la première. `page`"
                    + " va jusqu’au 10 000e dossier. `total` compte jusqu’à 1 000.")
    DossierPage list(
            @RequestParam @Parameter(hidden = true) MultiValueMap<String, String> all,
            @RequestParam(required = false)
                    @Parameter(description = "`next` d’une page, ou `cursor` d’un dossier : la suite")
                    @Nullable String after,
            @RequestParam(required = false)
                    @Parameter(description = "`previous` d’une page, ou `cursor` d’un dossier : ce qui précède")
                    @Nullable String before,
            @RequestParam(defaultValue = "0") @Min(value = 0, message = "{list.page.first}") int page,
            @RequestParam(defaultValue = "50")
                    @Min(value = 1, message = "{list.page.least}") @Max(value = 200, message = "{list.page.most}") int size) {
        var listing = addresses.read(all, DossierSort.NUMBER);
        var reading = new DossierReading(
                size, page, cursor("after", after, listing.sort()), cursor("before", before, listing.sort()));
        if (reading.tooFar()) {
            throw Rejected.because("page", "RANGE", Sentences.of("list.page.far", DossierReading.FURTHEST));
        }
        return dossiers.search(listing.filter(), actors.required(), reading, listing.sort());
    }

    @GetMapping("/dossiers.csv")
    @ListParameters
    @Operation(
            summary = "Liste des dossiers en CSV",
            description =
                    "Tous les dossiers de la liste, pour un tableur français : UTF-8 avec marque d’ordre, points-virgules,"
                            + " virgules décimales. Un texte qu’un tableur prendrait pour une formule est précédé d’une apostrophe."
                            + " L’export est enregistré.")
    void csv(
            @RequestParam @Parameter(hidden = true) MultiValueMap<String, String> all,
            @RequestParam(required = false)
                    @Parameter(
                            description =
                                    "Colonnes, en plus du numéro et du titre ; celles du compte si rien n’est dit",
                            example = "TERRITORY")
                    @Nullable List<String> columns,
            HttpServletResponse answer)
            throws IOException {
        export(all, columns, ExportFormat.CSV, answer);
    }

    @GetMapping("/dossiers.xlsx")
    @ListParameters
    @Operation(
            summary = "Liste des dossiers en classeur",
            description =
                    "Tous les dossiers de la liste ; les montants sont des nombres, les jours des dates. L’export est"
                            + " enregistré.")
    void xlsx(
            @RequestParam @Parameter(hidden = true) MultiValueMap<String, String> all,
            @RequestParam(required = false)
                    @Parameter(
                            description =
                                    "Colonnes, en plus du numéro et du titre ; celles du compte si rien n’est dit",
                            example = "TERRITORY")
                    @Nullable List<String> columns,
            HttpServletResponse answer)
            throws IOException {
        export(all, columns, ExportFormat.XLSX, answer);
    }

    @GetMapping("/dossier-exports")
    @Operation(
            summary = "Exports de listes",
            description = "Qui a exporté quels dossiers et quand, les 200 derniers ; pour les gestionnaires.")
    List<ExportTrace> exports() {
        return traces.latest(actors.required());
    }

    private void export(
            MultiValueMap<String, String> all,
            @Nullable List<String> names,
            ExportFormat format,
            HttpServletResponse answer)
            throws IOException {
        var me = actors.required();
        var listing = addresses.read(all, DossierSort.NUMBER);
        var chosen = names == null ? columns.of(me) : ListColumns.read("columns", names);
        exports.write(listing, chosen, format, me, () -> {
            answer.setContentType(format.mediaType());
            answer.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename("dossiers." + format.name().toLowerCase(Locale.ROOT))
                            .build()
                            .toString());
            return answer.getOutputStream();
        });
    }

    private static @Nullable DossierCursor cursor(String field, @Nullable String text, DossierSort sort) {
        return text == null || text.isBlank() ? null : DossierCursor.read(field, text, sort);
    }
}
