package fr.ruche.audit.web;

import fr.ruche.audit.Audit;
import fr.ruche.audit.AuditHead;
import fr.ruche.audit.AuditPart;
import fr.ruche.audit.Breach;
import fr.ruche.audit.Verification;
import fr.ruche.common.Deed.Domain;
import fr.ruche.common.Sentences;
import fr.ruche.identity.Actors;
import fr.ruche.page.Typed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The journal and its chain for other programs, under the same rights as the page. */
@RestController
@RequestMapping("/api/v1/audit")
@Tag(name = "Journal des actions", description = "Qui a fait quoi, quand et pour qui ; et les sceaux qui le tiennent.")
class AuditController {

    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final Audit audit;
    private final Actors actors;

    AuditController(Audit audit, Actors actors) {
        this.audit = audit;
        this.actors = actors;
    }

    @GetMapping
    @Operation(
            summary = "Journal des actions (gestionnaire, administrateur)",
            description =
                    "Les faits, le plus récent d’abord ; pour la suite, donnez `next` comme `before`. Avec `after`, ceux"
                            + " qui ont été scellés après cette position, le plus ancien d’abord : pour un programme qui suit"
                            + " le journal sans rien manquer ; `next` se donne alors comme `after`. Un gestionnaire ne lit"
                            + " rien d’un brouillon ni d’un dossier dont un conflit d’intérêts l’écarte ; un"
                            + " administrateur, rien d’un dossier ni d’un jury.")
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "Premier jour", example = "2026-09-01")
    @Parameter(name = "to", in = ParameterIn.QUERY, description = "Dernier jour, compris", example = "2026-09-30")
    @Parameter(name = "actor", in = ParameterIn.QUERY, description = "Compte, ou nom", example = "gestionnaire")
    @Parameter(
            name = "domain",
            in = ParameterIn.QUERY,
            description = "Sur quoi ; sans lui, tout sauf `EVIDENCE`, que l’historique des dossiers dit déjà",
            schema = @Schema(implementation = Domain.class))
    @Parameter(
            name = "subject",
            in = ParameterIn.QUERY,
            description = "Numéro du dossier, code de l’appel, compte, identifiant de la séance",
            example = "DSDT-2026-0001")
    AuditPart facts(
            @RequestParam @Parameter(hidden = true) MultiValueMap<String, String> all,
            @RequestParam(required = false)
                    @Min(value = 1, message = "{journal.position.least}") @Parameter(description = "`next` de la partie d’avant")
                    @Nullable Long before,
            @RequestParam(required = false)
                    @Min(value = 0, message = "{journal.position.none}") @Parameter(description = "Dernière position déjà lue ; 0 pour tout")
                    @Nullable Long after,
            @RequestParam(defaultValue = "50")
                    @Min(value = 1, message = "{list.page.least}") @Max(value = Audit.MOST, message = "{journal.size.most}") int size) {
        var typed = Typed.of(all);
        var filter = AuditAddress.read(typed);
        if (before != null && after != null) {
            typed.wrong("after", "CHOICE", Sentences.of("journal.beforeAfter"));
        }
        typed.ifWrong();
        return after == null
                ? audit.page(filter, before, size, actors.required())
                : audit.follow(filter, after, size, actors.required());
    }

    @GetMapping(value = "/heads", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Sceau de chaque jour (gestionnaire, administrateur)",
            description =
                    "Le dernier sceau de chaque jour, le plus ancien d’abord. Celui du jour en cours change encore.")
    List<AuditHead> heads() {
        return audit.heads(actors.required());
    }

    @GetMapping(value = "/heads.txt", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(
            summary = "Sceau de chaque jour, en texte à publier (gestionnaire, administrateur)",
            description =
                    "Une ligne par jour : jour, position, sceau, instant. Le format est dans le guide de l’exploitant.")
    String published() {
        return audit.published(actors.required());
    }

    @GetMapping(value = "/chain.txt", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(
            summary = "Chaîne des sceaux, en texte (gestionnaire, administrateur)",
            description =
                    "Une ligne par fait : position, SHA-256 du fait, sceau, source et identifiant. Rien de ce qui a"
                            + " été fait n’y est lisible ; un tiers y vérifie les sceaux publiés.")
    void chain(
            @RequestParam(defaultValue = "0")
                    @Min(value = 0, message = "{journal.position.none}") @Parameter(description = "Dernière position déjà reçue")
                    long after,
            HttpServletResponse answer)
            throws IOException {
        var me = actors.required();
        audit.head(me);
        answer.setContentType(TEXT.toString());
        audit.chain(after, answer.getOutputStream(), me);
    }

    @GetMapping("/verification")
    @Operation(
            summary = "Vérifier le journal (gestionnaire, administrateur)",
            description =
                    "Relit chaque fait et chaque sceau : plusieurs secondes pour un grand journal, et 409 si une autre"
                            + " vérification est en cours. `breaches` nomme au plus 1 000 anomalies.")
    Result verification() {
        return Result.of(audit.verify(actors.required()));
    }

    /** @param whole nothing is otherwise than it was; @param number of what is */
    record Result(boolean whole, AuditHead head, int number, List<Anomaly> breaches) {

        private static Result of(Verification found) {
            return new Result(
                    found.whole(),
                    found.head(),
                    found.number(),
                    found.breaches().stream().map(Anomaly::of).toList());
        }
    }

    /** @param position of the seal; 0 for a fact that has none; @param fact where it is written and its id there */
    record Anomaly(long position, String fact, Breach.Kind kind, String told) {

        private static Anomaly of(Breach breach) {
            return new Anomaly(breach.position(), breach.fact(), breach.kind(), breach.told());
        }
    }
}
