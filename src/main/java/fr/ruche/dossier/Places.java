package fr.ruche.dossier;

import fr.ruche.programme.Call;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where the project of a fiche is. */
@Component
class Places {

    /** Null when the fiche names no commune, or one that is not known. */
    @Nullable Place of(Fiche fiche, Call call) {
        if (fiche.commune() == null) {
            return null;
        }
        throw new UnsupportedOperationException();
    }

    /** Whether the project is in a priority neighbourhood; null when the fiche names none. */
    @Nullable Boolean priority(Fiche fiche, Call call) {
        return null;
    }
}
