package fr.ruche.marking;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ruche.IntegrationTest;
import fr.ruche.TestDossiers;
import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The marks that lists and figures read are those of the revealed sheets, and can be made again from them. */
@IntegrationTest
class MarkScoreTests {

    @Autowired
    MarkScores scores;

    @Autowired
    MarkCommand command;

    @Autowired
    MarkingSessions juries;

    @Autowired
    Markings markings;

    @Autowired
    TestDossiers given;

    @Autowired
    JdbcClient sql;

    @Test
    void nothingIsWrittenWhileMarkingIsBlind() {
        var session = juries.open(1);
        var number = session.onAgenda().get(0).dossier();
        juries.mark(session.id(), number, MarkingSessions.TOWN, 5, "Très bon projet.");

        scores.rebuild();
        scores.complete();

        assertThat(kept(session.id())).isZero();
        // even a row that somebody wrote by hand is not shown
        sql.sql("insert into marking_score (dossier, session, score, revealed_at) values (?, ?, 50, now())")
                .params(number.value(), session.id())
                .update();
        assertThat(sql.sql("select count(*) from dossier_mark where dossier = ?")
                        .param(number.value())
                        .query(Integer.class)
                        .single())
                .isZero();
        sql.sql("delete from marking_score where dossier = ?")
                .param(number.value())
                .update();
    }

    @Test
    void whatDiffersIsFoundAndWrittenAnew() {
        var session = juries.open(2);
        for (var item : session.onAgenda()) {
            juries.mark(session.id(), item.dossier(), MarkingSessions.TOWN, 4, "");
        }
        markings.reveal(session.id(), true, given.manager());
        assertThat(scores.verify()).isEmpty();
        assertThat(command.run("verify-marks")).isZero();
        var first = session.onAgenda().get(0).dossier().value();
        var second = session.onAgenda().get(1).dossier().value();
        sql.sql("update marking_score set score = 1 where dossier = ?")
                .param(first)
                .update();
        sql.sql("delete from marking_score where dossier = ?").param(second).update();

        assertThat(scores.verify())
                .containsExactlyInAnyOrder(
                        new MarkScores.Difference(first, new BigDecimal("1.00"), new BigDecimal("80.00")),
                        new MarkScores.Difference(second, null, new BigDecimal("80.00")));
        assertThat(command.run("verify-marks")).isEqualTo(1);
        assertThat(command.run("rebuild-marks")).isZero();
        assertThat(scores.verify()).isEmpty();
    }

    /** A session that was revealed before these were kept. */
    @Test
    void whatWasRevealedBeforeIsWrittenAtTheNextStart() {
        var session = juries.open(1);
        juries.mark(session.id(), session.onAgenda().get(0).dossier(), MarkingSessions.TOWN, 4, "");
        markings.reveal(session.id(), true, given.manager());
        sql.sql("delete from marking_score where session = ?")
                .param(session.id())
                .update();
        sql.sql("update marking_phase set scored = false where session = ?")
                .param(session.id())
                .update();

        scores.complete();

        assertThat(kept(session.id())).isEqualTo(1);
    }

    private int kept(UUID session) {
        return sql.sql("select count(*) from marking_score where session = ?")
                .param(session)
                .query(Integer.class)
                .single();
    }
}
