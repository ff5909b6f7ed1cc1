package fr.ruche.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ruche.IntegrationTest;
import fr.ruche.demonstration.Story.Reach;
import fr.ruche.dossier.DossierCase;
import fr.ruche.dossier.Dossiers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@IntegrationTest
class DemonstrationTests {

    private static final Map<Reach, String> WAITS_AT = Map.ofEntries(
            Map.entry(Reach.DRAFT, "userTask_depositFiche"),
            Map.entry(Reach.FICHE_DEPOSITED, "userTask_checkConformity"),
            Map.entry(Reach.FICHE_TO_CORRECT, "userTask_correctFiche"),
            Map.entry(Reach.FICHE_NOT_CONFORM, "ended"),
            Map.entry(Reach.FICHE_CONFORM, "userTask_completeDossier"),
            Map.entry(Reach.FULL_DEPOSITED, "userTask_checkCompleteness"),
            Map.entry(Reach.FULL_TO_COMPLETE, "userTask_provideDocuments"),
            Map.entry(Reach.FULL_COMPLETE, "userTask_instruct"),
            Map.entry(Reach.INSTRUCTED, "event_putOnAgenda"),
            Map.entry(Reach.ON_AGENDA, "userTask_recordJuryOutcome"),
            Map.entry(Reach.JUDGED, "userTask_recordDecision"),
            Map.entry(Reach.DECIDED, "userTask_acceptGrant"));

    @Autowired
    Demonstration demonstration;

    @Autowired
    Dossiers dossiers;

    @Autowired
    JdbcTemplate sql;

    @Test
    void everyStoryReachesItsStepAndIsToldOnlyOnce() {
        var book = StoryBook.read();
        demonstration.tell(book);
        demonstration.tell(book);

        for (var story : book.stories()) {
            assertThat(told(story))
                    .as(story.key())
                    .hasSize(1)
                    .allSatisfy(dossier -> assertThat(dossier.step() == null ? "ended" : dossier.step())
                            .isEqualTo(WAITS_AT.get(story.reach())));
        }
    }

    @Test
    void aStoryOfEveryKindOfStepIsTold() {
        var told = StoryBook.read().stories().stream().map(Story::reach).collect(Collectors.toSet());

        assertThat(told).contains(Reach.values()).isSubsetOf(WAITS_AT.keySet());
    }

    private List<DossierCase> told(Story story) {
        return sql
                .queryForList(
                        "select number from dossier where title = ? and call = ?",
                        String.class,
                        story.title(),
                        "DSDT-2026")
                .stream()
                .map(number -> dossiers.get(new fr.ruche.dossier.DossierNumber(number)))
                .toList();
    }
}
