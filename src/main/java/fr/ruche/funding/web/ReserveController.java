package fr.ruche.funding.web;

import fr.ruche.dossier.DossierNumber;
import fr.ruche.funding.GrantAnswers;
import fr.ruche.funding.ReserveLine;
import fr.ruche.funding.ReserveList;
import fr.ruche.funding.ReserveMove;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Liste complémentaire")
class ReserveController {

    private final ReserveList reserve;
    private final GrantAnswers answers;
    private final Actors actors;

    ReserveController(ReserveList reserve, GrantAnswers answers, Actors actors) {
        this.reserve = reserve;
        this.answers = answers;
        this.actors = actors;
    }

    @GetMapping("/reserve")
    @Operation(summary = "Les listes complémentaires d’un appel (gestionnaire)", description = "Par jury et par rang.")
    List<ReserveLine> of(@RequestParam String call) {
        return reserve.of(call, actors.required());
    }

    @GetMapping("/reserve/moves")
    @Operation(summary = "Qui a été appelé, et sur quels crédits", description = "Le plus récent d’abord.")
    List<ReserveMove> moves(@RequestParam String call) {
        return reserve.moves(call, actors.required());
    }

    @PostMapping("/reserve/{number}/call")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Appeler un dossier de la liste (gestionnaire)",
            description = "Ses crédits sont mis de côté et sa décision peut être prise. Un motif est exigé quand"
                    + " d’autres le précèdent.")
    void call(@PathVariable String number, @RequestBody Motive given) {
        reserve.call(new DossierNumber(number), given.motive(), actors.required());
    }

    @PostMapping("/dossiers/{number}/grant-answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Accepter ou refuser la subvention attribuée",
            description = "Le porteur ; ou un gestionnaire pour une réponse sur papier, dont `motive` dit comment elle"
                    + " est venue.")
    void answer(@PathVariable String number, @RequestBody Answer given) {
        answers.answer(new DossierNumber(number), given.accepted(), given.motive(), actors.required());
    }

    record Motive(@Nullable String motive) {}

    record Answer(@Nullable Boolean accepted, @Nullable String motive) {}
}
