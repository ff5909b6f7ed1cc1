package fr.ruche.marking;

import fr.ruche.common.Sentences;

/** How far a juror is with a dossier. */
public enum SheetState {
    DRAFT,
    SUBMITTED,
    /** The marks stay on the sheet and do not count. */
    ABSTAINED;

    /** In French, lower case. */
    public String label() {
        return Sentences.of("sheetState." + name());
    }
}
