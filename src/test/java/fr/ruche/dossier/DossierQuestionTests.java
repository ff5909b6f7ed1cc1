package fr.ruche.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ruche.IntegrationTest;
import fr.ruche.TestDossiers;
import fr.ruche.identity.Membership;
import fr.ruche.identity.Role;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Which way the database takes depends on how many dossiers have a word: each way must find the same. */
@IntegrationTest
class DossierQuestionTests {

    @Autowired
    TestDossiers examples;

    @Autowired
    Dossiers dossiers;

    @Autowired
    JdbcTemplate sql;

    @Test
    void aGlanceAndAGatheringFindTheSameForOneReasonAndForSeveral() {
        var mark = "zw" + UUID.randomUUID().toString().substring(0, 8);
        for (var letter : List.of("a", "b", "c")) {
            var fiche = TestDossiers.titled(examples.fiche("F1", false), letter + " " + mark);
            dossiers.depositFiche(dossiers.open(TestDossiers.CALL, examples.holder(), fiche), examples.holder());
        }
        var several = new HashSet<>(examples.holder().memberships());
        several.add(new Membership(Role.CONFORMITY_OFFICER, TestDossiers.TERRITORY));
        var filter = DossierFilter.ALL.ofCall(TestDossiers.CALL).containing(mark);
        for (var actor : List.of(
                examples.manager(),
                examples.holder(),
                new fr.ruche.identity.Actor(examples.holder().username(), "Deux raisons", several))) {
            for (var sort : DossierSort.values()) {
                var question = new DossierQuestion(filter, actor, java.util.Set.of(), Instant.now());
                List.of("limit", "most", "window").forEach(name -> question.put(name, 100_000));
                question.put("skipped", 0);
                var glance = titles(question.glance(sort, false, false), question);

                assertThat(glance).as(actor + " " + sort).hasSize(3);
                assertThat(titles(question.gather(sort, false, false), question))
                        .isEqualTo(glance);
                assertThat(glance).isEqualTo(titles(question.all(sort), question));
                assertThat(counted(question.countGathered(), question))
                        .isEqualTo(counted(question.countGlance(), question))
                        .isEqualTo(3);
            }
        }
    }

    private List<String> titles(String statement, DossierQuestion question) {
        return new NamedParameterJdbcTemplate(sql)
                .query(statement, question.values(), (row, at) -> row.getString("title"));
    }

    private int counted(String statement, DossierQuestion question) {
        return new NamedParameterJdbcTemplate(sql)
                .query(statement, question.values(), (row, at) -> row.getInt(1))
                .get(0);
    }
}
