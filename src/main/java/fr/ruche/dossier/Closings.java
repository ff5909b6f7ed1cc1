package fr.ruche.dossier;

import fr.ruche.common.Conflict;
import fr.ruche.common.Forbidden;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Role;
import fr.ruche.workflow.Processes;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** How a dossier ends before its decision, and how its status changes. */
@Component
class Closings {

    private final DossierRegister register;
    private final Suspensions suspensions;
    private final Timeline timeline;
    private final Processes processes;
    private final ApplicationEventPublisher events;

    Closings(
            DossierRegister register,
            Suspensions suspensions,
            Timeline timeline,
            Processes processes,
            ApplicationEventPublisher events) {
        this.register = register;
        this.suspensions = suspensions;
        this.timeline = timeline;
        this.processes = processes;
        this.events = events;
    }

    void abandon(DossierNumber number, Actor holder, String motive) {
        var dossier = register.forChange(number);
        if (!dossier.heldBy(holder.username())) {
            throw DossierRegister.unknown();
        }
        close(number, dossier, "dossierAbandoned", motive);
    }

    void withdraw(DossierNumber number, Actor manager, String motive) {
        if (!manager.is(Role.MANAGER)) {
            throw new Forbidden(Sentences.of("dossier.withdraw.forbidden"));
        }
        close(number, register.forChange(number), "dossierWithdrawn", motive);
    }

    private void close(DossierNumber number, Dossier dossier, String message, @Nullable String motive) {
        requireMotive(motive);
        if (dossier.status().ended()) {
            throw new Conflict(Sentences.of("dossier.ended", number.value()));
        }
        suspensions.lift(dossier);
        dossier.closeBecause(java.util.Objects.requireNonNull(motive).strip());
        processes.send(message, number.value(), Map.of());
    }

    /** The end of an abandon or a withdrawal: the motive was given when it was asked for. */
    void closed(DossierNumber number, DossierStatus as) {
        become(number, as, register.forChange(number).closingReason());
    }

    /** The draft becomes a dossier by the receipt of its fiche, which is Ruche's doing; once. */
    void begin(DossierNumber number, Arrival arrival) {
        if (register.forChange(number).status() == DossierStatus.BROUILLON) {
            var reason = Sentences.of("fiche.line.received", arrival.shown());
            become(number, DossierStatus.EN_COURS, reason, timeline::addByRuche);
        }
    }

    void become(DossierNumber number, DossierStatus status, String reason) {
        become(number, status, reason, timeline::add);
    }

    private void become(DossierNumber number, DossierStatus status, String reason, Line line) {
        var dossier = register.forChange(number);
        var from = dossier.status();
        dossier.become(status);
        line.write(number, "STATUS_" + status, reason.isBlank() ? status.label() : status.label() + " : " + reason);
        events.publishEvent(new DossierStatusChanged(number, from, status, reason));
    }

    private interface Line {

        void write(DossierNumber number, String kind, String text);
    }

    private static void requireMotive(@Nullable String motive) {
        var checks = new Checks();
        checks.required("motive", motive, "motive");
        checks.text("motive", motive);
        Rejected.ifAny(checks.faults());
    }
}
