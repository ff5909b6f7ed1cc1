package fr.ruche.desk.web;

import fr.ruche.common.Forbidden;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.identity.Actors;
import fr.ruche.page.Texts;
import fr.ruche.pdf.PdfPress;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The whole case file on paper, as the officer who asks for it sees it on the page. */
@RestController
@Tag(name = "Dossiers")
class CaseFilePdf {

    private final CaseFileView view;
    private final PdfPress press;
    private final Actors actors;
    private final Texts texts;
    private final Clock clock;

    CaseFilePdf(CaseFileView view, PdfPress press, Actors actors, Texts texts, Clock clock) {
        this.view = view;
        this.press = press;
        this.actors = actors;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping(path = "/api/v1/dossiers/{number}/case-file", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(
            summary = "Tout le dossier en PDF (agents)",
            description = "Synthèse, projet, budget, règles, avis, liste des pièces et des courriers, histoire : ce que"
                    + " montre la page du dossier à cet agent, l’IBAN masqué.")
    ResponseEntity<byte[]> print(@PathVariable DossierNumber number) {
        var me = actors.required();
        if (!me.isOfficer()) {
            throw new Forbidden(texts.of("casePdf.forbidden"));
        }
        var model = new ExtendedModelMap();
        view.show(number, model);
        var now = clock.instant();
        model.addAttribute("printedAt", now);
        model.addAttribute("reader", me.displayName());
        var name = ContentDisposition.attachment()
                .filename(number + ".pdf", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .contentType(MediaType.APPLICATION_PDF)
                .body(press.print("print/case", model, now));
    }
}
