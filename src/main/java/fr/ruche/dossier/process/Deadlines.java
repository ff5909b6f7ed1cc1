package fr.ruche.dossier.process;

import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.dossier.Timetable;
import fr.ruche.programme.Calls;
import fr.ruche.workflow.ProcessAction;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;

/**
 * The due dates and timers of {@code bpmn/dsdt/dsdt-dossier.bpmn}, from the call's calendar and delays. Each method
 * takes the dossier number; a delay counts whole days in Paris from now, and ends with its last day.
 */
@ProcessAction
class Deadlines {

    private final Dossiers dossiers;
    private final Calls calls;
    private final Clock clock;

    Deadlines(Dossiers dossiers, Calls calls, Clock clock) {
        this.dossiers = dossiers;
        this.calls = calls;
        this.clock = clock;
    }

    public Date ficheDeadline(String dossier) {
        return Date.from(from(dossier).ficheDeadline());
    }

    public Date dossierDeadline(String dossier) {
        return Date.from(from(dossier).dossierDeadline());
    }

    public Date dossierLapse(String dossier) {
        return Date.from(from(dossier).dossierLapse());
    }

    /** The next day of {@code ficheReminderDays}, as a repetition that happens once; asked again when it has. */
    public String ficheReminder(String dossier) {
        return once(from(dossier).ficheReminder());
    }

    /** The next day of {@code dossierReminderDays}; see {@link #ficheReminder}. */
    public String dossierReminder(String dossier) {
        return once(from(dossier).dossierReminder());
    }

    public Date conformity(String dossier) {
        return Date.from(from(dossier).conformity());
    }

    public Date conformityReminder(String dossier) {
        return Date.from(from(dossier).conformityReminder());
    }

    public Date conformityEscalation(String dossier) {
        return Date.from(from(dossier).conformityEscalation());
    }

    public Date ficheCorrection(String dossier) {
        return Date.from(from(dossier).ficheCorrection());
    }

    public Date completeness(String dossier) {
        return Date.from(from(dossier).completeness());
    }

    public Date consultation(String dossier) {
        return Date.from(from(dossier).consultation());
    }

    /**
     * When a step or a timer ends that a modeller drew, by the call's {@code delays.steps}.
     *
     * @param element its own id in the diagram: the engine does not say whose moment it asks for
     */
    public Date step(String dossier, String element) {
        return Date.from(from(dossier).step(element));
    }

    public Date documents(String dossier) {
        return Date.from(from(dossier).documents());
    }

    public Date instruction(String dossier) {
        return Date.from(from(dossier).instruction());
    }

    public Date juryOutcome(String dossier) {
        return Date.from(from(dossier).juryOutcome());
    }

    public Date decision(String dossier) {
        return Date.from(from(dossier).decision());
    }

    public Date acceptance(String dossier) {
        return Date.from(from(dossier).acceptance());
    }

    private static String once(Instant moment) {
        return "R1/" + moment + "/P1D";
    }

    /** From now on: the engine asks when the step begins. */
    private Timetable from(String number) {
        var dossier = dossiers.get(new DossierNumber(number));
        var now = clock.instant();
        return Timetable.beginning(dossier, calls.at(dossier.call(), dossier.callVersion()), now);
    }
}
