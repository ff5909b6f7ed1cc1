package fr.ruche.batch;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ruche.dossier.DossierNumber;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which dossiers of a batch are tried. */
class SpreadTests {

    private static final List<Spread.Place> LISTED =
            List.of(at("A-2026-0001", "a"), at("A-2026-0002", "a"), at("A-2026-0003", "a"), at("A-2026-0004", "b"));

    private static Spread.Place at(String number, String step) {
        return new Spread.Place(new DossierNumber(number), step);
    }

    private static List<String> over(int most) {
        return Spread.over(LISTED, most).stream().map(DossierNumber::value).toList();
    }

    @Test
    void everyStepIsTriedBeforeASecondDossierOfAny() {
        assertThat(over(2)).containsExactly("A-2026-0001", "A-2026-0004");
        assertThat(over(3)).containsExactly("A-2026-0001", "A-2026-0004", "A-2026-0002");
    }

    @Test
    void aShortListIsTriedWhole() {
        assertThat(over(50)).containsExactlyInAnyOrder("A-2026-0001", "A-2026-0002", "A-2026-0003", "A-2026-0004");
        assertThat(over(1)).containsExactly("A-2026-0001");
        assertThat(Spread.over(List.of(), 50)).isEmpty();
    }
}
