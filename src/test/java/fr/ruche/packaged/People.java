package fr.ruche.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.ruche.ApiClient;
import fr.ruche.common.FrenchDay;
import fr.ruche.common.ParisTime;
import fr.ruche.dossier.DossierExamples;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;

/** The people of the demonstration at work on the running program; each answer is an HTTP status. */
class People {

    /** The status when no answer came because the program is dead. */
    static final int KILLED = 0;

    private final int port;

    People(int port) {
        this.port = port;
    }

    /** The number of a new draft that can be deposited. */
    String openDraft() {
        var body = json().put("call", DossierExamples.OPEN_CALL);
        body.set("fiche", DossierExamples.json(DossierExamples.fiche()));
        var answer = ApiClient.as("porteur", port).post("/dossiers", body.toString());
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("number").asText();
    }

    int deposit(String number) {
        return status(() -> ApiClient.as("porteur", port).post("/dossiers/" + number + "/fiche/deposit"));
    }

    int instruct(String number) {
        return answer("instructeur", number, Map.of("instructionOpinion", "FAVOURABLE", "instructionNote", "Bon."));
    }

    int putOnAgenda(String number, String session) {
        return status(() -> ApiClient.as("gestionnaire", port)
                .post(
                        "/jury-sessions/" + session + "/agenda",
                        json().put("dossier", number).toString()));
    }

    /** Everybody is in the room. */
    int call(String session) {
        return status(() -> {
            var manager = ApiClient.as("gestionnaire", port);
            var path = "/jury-sessions/" + session;
            var lines = JsonNodeFactory.instance.arrayNode();
            manager.get(path)
                    .json()
                    .path("members")
                    .forEach(member -> lines.addObject()
                            .put("member", member.path("name").asText())
                            .put("presence", "SALLE"));
            return manager.post(path + "/roll", lines.toString());
        });
    }

    /** @param operating, investment what is granted, as an officer types it */
    int judge(String number, String juror, String operating, String investment) {
        return answer(
                juror,
                number,
                Map.of(
                        "juryOutcome",
                        "FAVORABLE",
                        "grantedOperating",
                        operating,
                        "grantedInvestment",
                        investment,
                        "juryReason",
                        "Bon projet."));
    }

    int settleAgenda(String session) {
        return answer("gestionnaire", session, Map.of("agendaConfirmed", true));
    }

    int hold(String session, String juror) {
        return answer(juror, session, Map.of());
    }

    int approveMinutes(String session) {
        return answer("gestionnaire", session, Map.of("minutesApproved", true));
    }

    int decide(String number) {
        var today = FrenchDay.format(LocalDate.now(ParisTime.ZONE));
        return answer(
                "gestionnaire",
                number,
                Map.of("decisionOutcome", "ATTRIBUE", "deliberationNumber", "2026.1", "deliberationDate", today));
    }

    /** As Tasklist does it, through the engine's own API. */
    private int answer(String officer, String key, Map<String, ?> fields) {
        var variables = json();
        fields.forEach((name, value) -> variables
                .putObject(name)
                .put("type", value.getClass().getSimpleName())
                .putPOJO("value", value));
        var engine = ApiClient.ofEngine(officer, port);
        return status(() -> {
            var tasks = engine.get("/task?processInstanceBusinessKey=" + key).json();
            return engine.post(
                    "/task/" + tasks.path(0).path("id").asText("none") + "/submit-form",
                    json().set("variables", variables).toString());
        });
    }

    private static ObjectNode json() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static int status(Supplier<ApiClient.Answer> request) {
        try {
            return request.get().status();
        } catch (IllegalStateException dead) {
            return KILLED;
        }
    }
}
