package fr.ruche.dossier;

import fr.ruche.programme.Call;

/**
 * Days that were given to one dossier beyond what its call gives everybody: those of a suspension, or more time with
 * which it was brought back to a step.
 *
 * @param fiche beyond the deadline of the fiches
 * @param dossier beyond the deadline of the full dossiers
 * @param step beyond the delay of the step at which it waits
 */
public record ExtraDays(int fiche, int dossier, int step) {

    static final ExtraDays NONE = new ExtraDays(0, 0, 0);

    /** The call as it holds for this dossier. */
    public Call of(Call call) {
        return call.putOff(fiche, dossier);
    }
}
