package fr.ruche.dossier.web;

import fr.ruche.dossier.BankAccounts;
import fr.ruche.dossier.DossierFilter;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.DossierPage;
import fr.ruche.dossier.DossierSort;
import fr.ruche.dossier.DossierStatus;
import fr.ruche.dossier.Dossiers;
import fr.ruche.dossier.NearSilence;
import fr.ruche.identity.Actors;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads dossiers. */
@RestController
@RequestMapping("/api/v1/dossiers")
@Tag(name = "Dossiers", description = "De la fiche synthétique à la décision.")
class DossierController {

    private final Dossiers dossiers;
    private final DossierViews views;
    private final BankAccounts accounts;
    private final Actors actors;

    DossierController(Dossiers dossiers, DossierViews views, BankAccounts accounts, Actors actors) {
        this.dossiers = dossiers;
        this.views = views;
        this.accounts = accounts;
        this.actors = actors;
    }

    @GetMapping
    @Operation(
            summary = "Liste des dossiers",
            description = "Les dossiers que ce compte peut voir : les siens pour un porteur ; ceux de son"
                    + " intercommunalité, de ses secteurs ou de son jury pour un agent, une fois la fiche déposée ; tous"
                    + " sauf les brouillons pour un gestionnaire.")
    DossierPage list(
            @RequestParam(required = false) @Parameter(example = "DSDT-2015") @Nullable String call,
            @RequestParam(required = false) @Nullable DossierStatus status,
            @RequestParam(required = false) @Parameter(example = "userTask_checkConformity") @Nullable String step,
            @RequestParam(required = false) @Parameter(example = "PORTEUR") @Nullable String clock,
            @RequestParam(required = false) @Parameter(example = "F1") @Nullable String measure,
            @RequestParam(required = false) @Parameter(description = "SIREN de l’intercommunalité") @Nullable String territory,
            @RequestParam(required = false) @Nullable String sector,
            @RequestParam(required = false)
                    @Size(max = 200, message = "La recherche comporte 200 caractères au plus.") @Parameter(description = "Mots du numéro, du titre, du porteur ou de la commune")
                    @Nullable String q,
            @RequestParam(defaultValue = "false") @Parameter(description = "En retard seulement") boolean late,
            @RequestParam(defaultValue = "0") @Min(value = 0, message = "La première page est 0.") int page,
            @RequestParam(defaultValue = "50")
                    @Min(value = 1, message = "Une page compte au moins un dossier.") @Max(value = 200, message = "Une page compte 200 dossiers au plus.") int size,
            @RequestParam(defaultValue = "NUMBER") DossierSort sort) {
        var filter = new DossierFilter(call, status, step, clock, measure, territory, sector, q, late);
        return dossiers.search(filter, actors.required(), page, size, sort);
    }

    @GetMapping("/near-silence")
    @Operation(
            summary = "Dossiers proches du rejet implicite",
            description =
                    "Ceux que voit cet agent et sur lesquels le silence vaudra bientôt rejet, ou le vaut déjà ; le"
                            + " plus proche d’abord. Les dossiers suspendus à une demande de pièces n’y sont pas.")
    List<NearSilence> nearSilence() {
        return dossiers.nearSilence(actors.required());
    }

    @PostMapping("/{number}/bank-account")
    @Operation(
            summary = "Numéro de compte en clair",
            description = "Pour le gestionnaire qui paie ; la consultation est écrite dans l’historique du dossier.")
    BankAccount bankAccount(@PathVariable DossierNumber number) {
        var reader = actors.required();
        dossiers.visibleTo(reader, number);
        return new BankAccount(accounts.reveal(number, reader));
    }

    /** @param iban capitals and digits, without spaces */
    record BankAccount(String iban) {}

    @GetMapping("/{number}")
    @Operation(
            summary = "Un dossier",
            description =
                    "Où il en est, qui le tient et jusqu’à quand, ce que disent les règles, ses pièces, ses dépôts,"
                            + " la décision et son histoire. L’en-tête `ETag` est la révision à renvoyer dans `If-Match`.")
    ResponseEntity<DossierView> get(@PathVariable @Parameter(example = "DSDT-2015-0001") String number) {
        return views.answer(new DossierNumber(number), actors.required());
    }
}
