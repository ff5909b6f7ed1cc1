package fr.ruche.cockpit;

import fr.ruche.identity.Absence;
import java.time.LocalDate;

/**
 * An officer who is away within the days that are looked at, and what that puts at risk.
 *
 * @param firstDay of the absence, or today when it has begun
 * @param inHand the open tasks that the officer has taken
 * @param due those of them, of the kinds that the absence covers, that are due while it lasts
 * @param entrusted the open tasks that a substitute has for the officer
 */
public record AbsentView(Absence absence, LocalDate firstDay, int inHand, int due, int entrusted) {

    /** Nobody does meanwhile what is due. */
    public boolean uncovered() {
        return absence.substitute() == null;
    }
}
