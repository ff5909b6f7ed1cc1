package fr.ruche.funding.web;

import fr.ruche.dossier.DossierNumber;
import fr.ruche.funding.Payment;
import fr.ruche.funding.PaymentPlan;
import fr.ruche.funding.Payments;
import fr.ruche.identity.Actors;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/dossiers/{number}/payments")
@Tag(name = "Paiements")
class PaymentController {

    private final Payments payments;
    private final Actors actors;

    PaymentController(Payments payments, Actors actors) {
        this.payments = payments;
        this.actors = actors;
    }

    @GetMapping
    @Operation(summary = "Le registre des paiements d’un dossier", description = "Pour qui voit le dossier.")
    List<Payment> of(@PathVariable String number) {
        return payments.of(new DossierNumber(number), actors.required());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Enregistrer un paiement (gestionnaire)",
            description = "Jamais plus, par section, que ce qui est attribué et pas encore payé.")
    List<Payment> record(@PathVariable String number, @RequestBody PaymentPlan plan) {
        payments.record(new DossierNumber(number), plan, actors.required());
        return of(number);
    }

    @PostMapping("/{id}/cancellation")
    @Operation(summary = "Annuler un paiement enregistré par erreur", description = "Par une ligne contraire.")
    List<Payment> cancel(@PathVariable String number, @PathVariable long id, @RequestBody Cancellation cancellation) {
        payments.cancel(
                new DossierNumber(number),
                id,
                cancellation.motive() == null ? "" : cancellation.motive(),
                actors.required());
        return of(number);
    }

    record Cancellation(@Nullable String motive) {}
}
