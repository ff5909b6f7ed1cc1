package fr.ruche.jury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ruche.ApiClient;
import fr.ruche.IntegrationTest;
import fr.ruche.TestDossiers;
import fr.ruche.common.Conflict;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.workflow.Processes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the members of a session are told, and what is kept of it when it is over. */
@IntegrationTest
class ConvocationTests {

    @LocalServerPort
    int port;

    @Autowired
    TestDossiers given;

    @Autowired
    JurySessions sessions;

    @Autowired
    Agendas agendas;

    @Autowired
    Conflicts conflicts;

    @Autowired
    Processes processes;

    @Autowired
    JdbcTemplate sql;

    private List<String> words(DossierNumber number) {
        return sql.queryForList(
                "select subject || chr(10) || body from notification"
                        + " where recipient = 'jure-interco' and dossier is null and body like ? order by written_at",
                String.class,
                "%" + number + "%");
    }

    private void settle(JurySession session) {
        processes.answer(
                session.id().toString(), "userTask_prepareAgenda", "gestionnaire", Map.of("agendaConfirmed", true));
    }

    @Test
    void theConvocationLeavesWithTheAgendaAndSaysNothingOfADossierFromWhichItsReaderIsKept() {
        var number = given.instructed();
        var session = given.putOnAgenda(number);
        var kept = given.instructed();
        agendas.put(session.id(), kept, given.manager());
        conflicts.declare(session.id(), "Sacha Exemple", kept.value(), "Motif à taire", given.manager());
        assertThat(words(number)).isEmpty();

        settle(session);

        assertThat(words(number))
                .singleElement()
                .asString()
                .satisfies(word -> assertThat(word)
                        .startsWith("Convocation : ")
                        .contains("Lille, salle fictive", "1. " + number + " : Ateliers de quartier (fictif)")
                        .contains("2. " + kept + " (vous êtes en déport pour ce dossier)")
                        .doesNotContain("Motif à taire"));
    }

    @Test
    void whatChangesAfterTheConvocationIsTold() {
        var session = given.putOnAgenda(given.instructed());
        settle(session);
        var number = given.instructed();

        agendas.put(session.id(), number, given.manager());
        agendas.remove(session.id(), number, "Porteur absent", given.manager());

        assertThat(words(number)).hasSize(2);
        assertThat(words(number).get(0)).startsWith("Ordre du jour modifié : ").contains("Inscrit : " + number);
        assertThat(words(number).get(1)).contains("Retiré : " + number + ". Motif : Porteur absent");
        var motive = "Neige sur " + number;
        sessions.cancel(session.id(), motive, given.manager());
        assertThat(words(number))
                .last()
                .asString()
                .startsWith("Séance annulée : ")
                .contains(motive);
    }

    @Test
    void theApprovedMinutesAreAFileThatNeverChangesAndIsKnownByItsHash() throws Exception {
        var number = given.instructed();
        var session = given.putOnAgenda(number);
        var path = "/jury-sessions/" + session.id();
        var reader = ApiClient.as("jure-interco", port);
        assertThat(reader.get(path + "/minutes.pdf").text()).startsWith("%PDF-");
        assertThat(ApiClient.as("technicien", port).get(path + "/minutes.pdf").status())
                .isEqualTo(404);
        settle(session);
        given.answer(
                number,
                "userTask_recordJuryOutcome",
                "jure-interco",
                Map.of("juryOutcome", "DEFAVORABLE", "juryReason", "Motif"));
        processes.answer(
                session.id().toString(),
                "userTask_holdSession",
                "jure-interco",
                Map.of("sessionAttendees", "Alix Exemple"));
        processes.answer(
                session.id().toString(), "userTask_approveMinutes", "gestionnaire", Map.of("minutesApproved", true));

        var file = sessions.minutesFile(session.id(), given.manager());

        assertThat(new String(file, StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
        var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        assertThat(reader.get(path).json().path("minutesSha256").asText()).isEqualTo(hash);
        assertThat(sessions.minutesFile(session.id(), given.manager())).isEqualTo(file);

        sql.update("update jury_minutes set pdf = pdf || '\\x00' where session = ?", session.id());
        assertThatThrownBy(() -> sessions.minutesFile(session.id(), given.manager()))
                .isInstanceOf(Conflict.class);
    }
}
