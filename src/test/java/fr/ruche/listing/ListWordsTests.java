package fr.ruche.listing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ruche.IntegrationTest;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.DossierFilter.Due;
import fr.ruche.dossier.DossierSort;
import fr.ruche.dossier.DossierStatus;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the exports of lists say of a list. */
@IntegrationTest
class ListWordsTests {

    @Autowired
    ListWords words;

    @Test
    void everyFilterIsSaidAsThePageOfTheListNamesIt() {
        var query = "words=f%C3%AAte+d%E2%80%99%C3%A9t%C3%A9&call=DSDT-2026&status=EN_COURS&step=userTask_instruct"
                + "&clock=REGION&due=LATE&measure=F1&territory=246200364&sector=littoral&jury=regional"
                + "&organisation=246200364&rule=ELIG-05&requestedFrom=2000&requestedTo=50000.50"
                + "&receivedFrom=2026-09-01&receivedTo=2026-12-01&sort=DUE";

        assertThat(words.reader().filters(query))
                .containsExactly(
                        "Rechercher : fête d’été",
                        "Appel : DSDT-2026",
                        "État : En cours",
                        "Étape : À instruire",
                        "Entre les mains de : Région",
                        "Échéance : En retard",
                        "Fiche technique : F1",
                        "Intercommunalité : CA de Lens - Liévin",
                        "Secteur : Littoral",
                        "Jury : Jury régional",
                        "Porteur (SIRET, SIREN ou RNA) : 246200364",
                        "Règle non respectée : ELIG-05",
                        "Demande d’au moins : 2\u202f000,00\u00a0€",
                        "Demande d’au plus : 50\u202f000,50\u00a0€",
                        "Fiche reçue à partir du : 01/09/2026",
                        "Fiche reçue jusqu’au : 01/12/2026");
        assertThat(words.reader().order(query)).isEqualTo("Échéance la plus proche");
    }

    @Test
    void nothingIsSaidOfAListWithoutFilters() {
        assertThat(words.reader().filters("sort=NUMBER_DESC")).isEmpty();
    }

    @Test
    void aStepWithoutWordsAndAListThatIsNoneAnyMoreStandForThemselves() {
        assertThat(words.reader().filters("step=userTask_anotherDiagram&sort=DUE"))
                .containsExactly("Étape : userTask_anotherDiagram");
        assertThat(words.reader().filters("call=GONE-1999&sort=DUE")).containsExactly("call=GONE-1999&sort=DUE");
        assertThat(words.reader().order("call=GONE-1999&sort=DUE")).isNull();
    }

    @Test
    void everyValueThatAFilterMayHaveHasItsWord() {
        var keys = Stream.of(
                        Stream.of(DossierStatus.values()).map(value -> "status." + value),
                        Stream.of(DossierSort.values()).map(value -> "sort." + value),
                        Stream.of(Due.values()).map(value -> "due." + value),
                        ListAddresses.CLOCKS.stream().map(value -> "clock." + value))
                .flatMap(key -> key);

        assertThat(keys).allSatisfy(key -> assertThat(Sentences.find(key)).isPresent());
    }
}
