package fr.ruche.allocation.web;

import fr.ruche.allocation.Allocation;
import fr.ruche.allocation.Allocations;
import fr.ruche.common.Forbidden;
import fr.ruche.common.Sentences;
import fr.ruche.identity.Actors;
import fr.ruche.identity.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Set;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shares envelopes between ranked dossiers, for those who prepare, hold and follow juries. */
@RestController
@RequestMapping("/api/v1/jury/allocation")
@Tag(name = "Jurys")
class AllocationController {

    private static final Set<Role> CONCERNED = Set.of(Role.MANAGER, Role.INSTRUCTOR, Role.JURY_MEMBER);

    private final Allocations allocations;
    private final Actors actors;

    AllocationController(Allocations allocations, Actors actors) {
        this.allocations = allocations;
        this.actors = actors;
    }

    @PostMapping
    @Operation(
            summary = "Répartir des enveloppes entre des dossiers classés",
            description =
                    "Un calcul : rien n’est lu ni enregistré. Classement : note, puis C2, difficulté du territoire,"
                            + " date de dépôt, numéro. `RANK` : chacun sa demande tant que l’enveloppe le permet ; `PRORATA` :"
                            + " le même taux pour tous, au centime, le dernier classé sortant tant que quelqu’un tomberait sous"
                            + " son plancher (de `policy`, seul `threshold` sert). `strict` : personne ne passe devant le premier"
                            + " qui n’est pas entièrement servi. `pooling` : les restes vont à `regionalEnvelope`, qui complète"
                            + " les montants partiels puis sert les listes complémentaires réunies ; lui seul a alors un reste."
                            + " Montants en euros, 10 000 dossiers au plus.")
    Allocation allocate(@RequestBody AllocationRequest request) {
        var me = actors.required();
        if (CONCERNED.stream().noneMatch(me::is)) {
            throw new Forbidden(Sentences.of("allocation.forbidden"));
        }
        var asked = request.read();
        return allocations.share(asked.mode(), asked.policy(), asked.envelopes(), asked.regional(), asked.candidates());
    }
}
