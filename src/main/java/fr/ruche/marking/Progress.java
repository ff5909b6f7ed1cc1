package fr.ruche.marking;

import fr.ruche.jury.College;
import org.jspecify.annotations.Nullable;

/** How many of the dossiers a juror has marked: all that managers learn while marking is blind. */
public record Progress(String name, @Nullable College college, int submitted, int abstained, int of) {

    /** Whether nothing more is expected. */
    public boolean done() {
        return submitted + abstained >= of;
    }
}
