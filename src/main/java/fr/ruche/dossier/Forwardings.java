package fr.ruche.dossier;

import fr.ruche.common.Conflict;
import fr.ruche.common.Forbidden;
import fr.ruche.common.Motive;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Role;
import fr.ruche.territory.Epci;
import fr.ruche.territory.Territories;
import fr.ruche.workflow.Processes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * An authority that is not the right one forwards the fiche to the one that is, and tells the porteur (COMP-01, CRPA
 * L.114-2). What was first received stays received: no delay begins anew.
 */
@Component
class Forwardings {

    /** In place of the SIREN of an intercommunality. */
    static final String REGION = "REGION";

    private static final String CHECK = "userTask_checkConformity";

    private final DossierRegister register;
    private final KeptAway kept;
    private final Territories territories;
    private final Timeline timeline;
    private final Processes processes;
    private final ApplicationEventPublisher events;

    Forwardings(
            DossierRegister register,
            KeptAway kept,
            Territories territories,
            Timeline timeline,
            Processes processes,
            ApplicationEventPublisher events) {
        this.register = register;
        this.kept = kept;
        this.territories = territories;
        this.timeline = timeline;
        this.processes = processes;
        this.events = events;
    }

    static boolean may(Actor officer, DossierCase dossier) {
        return CHECK.equals(dossier.step()) && isOf(officer, dossier);
    }

    /** Where the fiche may go from where it is, by name; the Region is another way. */
    List<Epci> targets(DossierCase dossier) {
        return territories.allEpci().stream()
                .filter(epci -> epci.successor() == null && !epci.siren().equals(dossier.territory()))
                .sorted(java.util.Comparator.comparing(Epci::name))
                .toList();
    }

    void forward(DossierNumber number, String to, String typed, Actor by) {
        var dossier = register.forChange(number);
        var before = dossier.toCase();
        if (!Visibility.allows(by, before, kept)) {
            throw DossierRegister.unknown();
        }
        if (!isOf(by, before)) {
            throw new Forbidden(Sentences.of("forward.forbidden"));
        }
        if (!CHECK.equals(before.step())) {
            throw new Conflict(Sentences.of("forward.notWaiting"));
        }
        if (to.isBlank()) {
            throw Rejected.because("to", "REQUIRED", Sentences.of("forward.to.required"));
        }
        var motive = Motive.of(typed, Sentences.of("forward.motive.required"));
        var from = territories
                .epci(Objects.requireNonNull(before.territory()))
                .map(Epci::name)
                .orElse("");
        var name = REGION.equals(to) ? toRegion(dossier, number) : toTerritory(dossier, before, to.strip());
        timeline.add(number, "FICHE_FORWARDED", Sentences.of("forward.line", from, name, motive), by);
        events.publishEvent(
                new FicheForwarded(number, from, name, motive, Objects.requireNonNull(before.ficheArrival())));
    }

    private String toRegion(Dossier dossier, DossierNumber number) {
        dossier.forwardToRegion();
        processes.send("ficheForwarded", number.value(), Map.of(FicheSubmissions.CONFORMITY_BY_REGION, true));
        return Sentences.of("forward.region");
    }

    /** The task changes hands where it is, so that its delays go on from the first receipt. */
    private String toTerritory(Dossier dossier, DossierCase before, String siren) {
        var epci = targets(before).stream()
                .filter(known -> known.siren().equals(siren))
                .findFirst()
                .orElseThrow(() -> Rejected.because("to", "COMP-01", Sentences.of("forward.to.unknown", siren)));
        dossier.forward(siren, epci.name(), epci.sector());
        var key = before.number().value();
        processes.setFacts(key, Map.of(FicheSubmissions.TERRITORY, siren, FicheSubmissions.SECTOR, epci.sector()));
        processes.reassign(key, CHECK, "conformity-" + siren);
        return epci.name();
    }

    private static boolean isOf(Actor officer, DossierCase dossier) {
        return officer.is(Role.MANAGER) || officer.is(Role.CONFORMITY_OFFICER, dossier.territory());
    }
}
