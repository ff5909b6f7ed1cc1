package fr.ruche.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.comparesEqualTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.ruche.IntegrationTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hamcrest.MatcherAssert;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The twelve dossiers of the call of 2015 whose verdicts are known. */
@IntegrationTest
class CasesTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, String> CHANNELS = Map.of("teleservice", "ONLINE", "courrier", "PAPER");
    private static final Map<String, String> CONFORMITIES =
            Map.of("conforme", "CONFORM", "non_conforme", "NOT_CONFORM", "sans_reponse", "NO_ANSWER");

    private final MockMvc mvc;

    CasesTests(@Autowired WebApplicationContext context) {
        mvc = MockMvcBuilders.webAppContextSetup(context).build();
    }

    static Stream<Row> cases() throws IOException {
        return Csv.read("/cases/dsdt-cases.csv").stream().map(Row::new);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aCaseGetsItsVerdictItsRouteAndItsAmount(Row row) throws Exception {
        var answer = post(row.request());

        assertThat(answer.path("verdict").asText()).isEqualTo(row.text("expected_verdict"));
        assertThat(answer.path("route").asText("")).isEqualTo(row.text("expected_route"));
        assertThat(answer.path("failures").findValuesAsText("rule"))
                .isEqualTo(
                        row.text("expected_rules_failed").isEmpty()
                                ? List.of()
                                : List.of(row.text("expected_rules_failed").split("[ ;|]+")));
        MatcherAssert.assertThat(
                answer.path("maximumGrant").decimalValue(), comparesEqualTo(row.amount("montant_max_attribuable")));
        MatcherAssert.assertThat(
                answer.path("localCofinancingRate").decimalValue(),
                comparesEqualTo(row.amount("taux_cofin_local_pct")));
        assertThat(answer.path("conventionRequired").asBoolean())
                .isEqualTo(row.text("convention_obligatoire").equals("oui"));
    }

    private JsonNode post(JsonNode request) throws Exception {
        var response = mvc.perform(MockMvcRequestBuilders.post("/api/v1/programmes/DSDT-2015/eligibility")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(request.toString()))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(200);
        return JSON.readTree(response.getContentAsByteArray());
    }

    /** A line of the file, and the request that says the same. */
    private record Row(Map<String, String> columns) {

        String text(String column) {
            return columns.getOrDefault(column, "");
        }

        BigDecimal amount(String column) {
            return new BigDecimal(text(column));
        }

        ObjectNode request() {
            var request = JSON.createObjectNode();
            request.put("measure", "F" + text("fiche"));
            request.put("scale", text("echelle").toUpperCase(java.util.Locale.ROOT));
            var holder = request.putObject("holder");
            holder.put("kind", text("porteur_type").toUpperCase(java.util.Locale.ROOT));
            optional(holder, "siret", "siret");
            optional(holder, "rna", "rna");
            request.put("commune", text("commune_insee"));
            request.put("epci", text("epci_siren_2015"));
            request.put("territorialJury", yes("jury_local"));
            request.set("priorityNeighbourhood", yesNoUnknown("quartier_prioritaire"));
            var themes = request.putArray("gupThemes");
            Stream.of(text("thematique_gup")).filter(t -> !t.isEmpty()).forEach(themes::add);
            request.put("activityProgramme", yes("programme_activite"));
            request.set("uncoveredNeed", yesNoUnknown("besoin_non_couvert"));
            request.put("priorContact", yes("contact_prealable"));
            request.put("ficheReceivedAt", text("fiche_depot"));
            request.put("ficheChannel", CHANNELS.get(text("fiche_canal")));
            request.put("conformity", CONFORMITIES.get(text("conformite_epci")));
            request.put("dossierReceivedAt", text("dossier_depot"));
            request.put("dossierChannel", CHANNELS.get(text("dossier_canal")));
            optional(request, "postmark", "cachet_poste");
            var missing = request.putArray("missingDocuments");
            Stream.of(text("pieces_manquantes")).filter(t -> !t.isEmpty()).forEach(missing::add);
            request.put("totalCost", amount("cout_total"));
            request.put("requestedOperating", amount("demande_fonct"));
            request.put("requestedInvestment", amount("demande_invest"));
            var financing = request.putObject("financing");
            Stream.of("commune", "epci", "departement", "etat", "europe", "prives")
                    .forEach(funder -> financing.put(funder, amount("cof_" + funder)));
            financing.put("ownFunds", amount("fonds_propres"));
            financing.put("otherIncome", amount("recettes"));
            request.put("volunteering", amount("valorisation_87"));
            request.put("alreadyAwardedThisYear", amount("deja_attribue_annee"));
            return request;
        }

        private boolean yes(String column) {
            return text(column).equals("oui");
        }

        private JsonNode yesNoUnknown(String column) {
            return switch (text(column)) {
                case "oui" -> JSON.getNodeFactory().booleanNode(true);
                case "non" -> JSON.getNodeFactory().booleanNode(false);
                default -> JSON.getNodeFactory().nullNode();
            };
        }

        private void optional(ObjectNode node, String field, String column) {
            node.put(field, text(column).isEmpty() ? null : text(column));
        }

        @Override
        public String toString() {
            return text("case_id") + " " + text("regle_testee");
        }
    }
}
