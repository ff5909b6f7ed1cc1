package fr.ruche.jury;

import static fr.ruche.Refusals.faultsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ruche.IntegrationTest;
import fr.ruche.TestDossiers;
import fr.ruche.common.Conflict;
import fr.ruche.common.Fault;
import fr.ruche.common.Forbidden;
import fr.ruche.common.NotFound;
import fr.ruche.document.Upload;
import fr.ruche.identity.Actors;
import fr.ruche.workflow.Processes;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The approved minutes as they were signed on paper. */
@IntegrationTest
class SignedMinutesTests {

    @Autowired
    TestDossiers given;

    @Autowired
    JurySessions sessions;

    @Autowired
    SignedMinutes signed;

    @Autowired
    Processes processes;

    @Autowired
    Actors actors;

    private UUID held() {
        var number = given.instructed();
        var session = given.putOnAgenda(number).id();
        given.answer(
                number,
                "userTask_recordJuryOutcome",
                "jure-interco",
                Map.of("juryOutcome", "DEFAVORABLE", "juryReason", "Hors sujet"));
        processes.answer(session.toString(), "userTask_prepareAgenda", "gestionnaire", Map.of("agendaConfirmed", true));
        processes.answer(session.toString(), "userTask_holdSession", "jure-interco", Map.of());
        return session;
    }

    private Upload copy(UUID session) {
        return new Upload("pv-signe.pdf", sessions.minutesFile(session, given.manager()));
    }

    @Test
    void theLastSignedCopyIsTheOneThatIsRead() {
        var session = held();
        assertThatThrownBy(() -> signed.keep(session, copy(session), given.manager()))
                .as("nothing is approved yet")
                .isInstanceOf(Conflict.class);
        processes.answer(
                session.toString(), "userTask_approveMinutes", "gestionnaire", Map.of("minutesApproved", true));
        assertThatThrownBy(() -> signed.open(session, given.manager())).isInstanceOf(NotFound.class);
        faultsOf(() -> signed.keep(
                        session, new Upload("pv.txt", "texte".getBytes(StandardCharsets.UTF_8)), given.manager()))
                .extracting(Fault::field)
                .containsExactly("file");
        faultsOf(() -> signed.keep(
                        session, new Upload("pv.pdf", "texte".getBytes(StandardCharsets.UTF_8)), given.manager()))
                .extracting(Fault::rule)
                .containsExactly("FILE_CONTENT");
        var juror = actors.find("jure-interco").orElseThrow();
        assertThatThrownBy(() -> signed.keep(session, copy(session), juror)).isInstanceOf(Forbidden.class);

        signed.keep(session, copy(session), given.manager());
        var first = signed.of(session, juror).orElseThrow();
        signed.keep(session, copy(session), given.manager());

        assertThat(signed.of(session, juror).orElseThrow().id()).isNotEqualTo(first.id());
        assertThat(signed.open(session, juror)).isEqualTo(sessions.minutesFile(session, juror));
        assertThatThrownBy(() -> signed.open(session, actors.find("porteur").orElseThrow()))
                .isInstanceOf(NotFound.class);
    }
}
