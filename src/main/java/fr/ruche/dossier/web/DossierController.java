package fr.ruche.dossier.web;

import fr.ruche.dossier.BankAccounts;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.dossier.NearSilence;
import fr.ruche.identity.Actors;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads one dossier. */
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
