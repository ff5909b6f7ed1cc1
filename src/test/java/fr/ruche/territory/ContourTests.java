package fr.ruche.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.ruche.ApiClient;
import fr.ruche.IntegrationTest;
import fr.ruche.TestAccounts;
import fr.ruche.common.Fault;
import fr.ruche.common.Forbidden;
import fr.ruche.common.Rejected;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Actors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Contours are read strictly, replaced as a whole or not at all, and each import leaves its trace. */
@IntegrationTest
class ContourTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String SOURCE = "Relevé fictif, Licence Ouverte 2.0";
    private static final String SQUARE = "[[[2, 50], [3, 50], [3, 51], [2, 51], [2, 50]]]";

    @Autowired
    Contours contours;

    @Autowired
    Territories territories;

    @Autowired
    Actors actors;

    @Autowired
    TestRestTemplate http;

    @Autowired
    JdbcClient sql;

    @LocalServerPort
    int port;

    @AfterEach
    void theOnesThatAreShipped() throws IOException {
        contours.replace(shipped(), "epci", "Contours livrés", true, "Ruche");
    }

    private static byte[] shipped() throws IOException {
        return new ClassPathResource("reference/epci-contours.geojson").getContentAsByteArray();
    }

    private Actor admin() {
        return actors.find("admin").orElseThrow();
    }

    private ContourReport replace(String geoJson) {
        return contours.replace(geoJson.getBytes(StandardCharsets.UTF_8), null, SOURCE, false, admin());
    }

    private static String collection(String... features) {
        return "{\"type\": \"FeatureCollection\", \"features\": [" + String.join(",", features) + "]}";
    }

    private static String feature(String siren, String type, String coordinates) {
        return "{\"type\": \"Feature\", \"properties\": {\"nom\": \"Ici\", \"code_siren\": \"" + siren
                + "\"}, \"geometry\": {\"type\": \"" + type + "\", \"coordinates\": " + coordinates + "}}";
    }

    private static String polygon(String siren) {
        return feature(siren, "Polygon", SQUARE);
    }

    @Test
    void everyIntercommunalityHasAContourFromTheStart() throws IOException {
        var known = JSON.readTree(contours.geoJson());
        assertThat(known.path("features")).hasSize(36);
        assertThat(contours.drawn())
                .containsExactlyInAnyOrderElementsOf(
                        territories.allEpci().stream().map(Epci::siren).toList());
        assertThat(contours.origin().orElseThrow().by()).isEqualTo("Ruche");
    }

    @Test
    void aFileReplacesAllThatWasThereAndSaysWhatItDid() throws IOException {
        var report = replace(collection(
                polygon("246200364"),
                feature("200093201", "MultiPolygon", "[" + SQUARE + ", [[[4, 50], [4, 51], [5, 51], [4, 50]]]]")));

        assertThat(report.contours()).isEqualTo(2);
        assertThat(report.property()).isEqualTo("code_siren");
        assertThat(report.rewound()).isEqualTo(1);
        assertThat(report.missing()).hasSize(34).doesNotContain("CA de Lens - Liévin");
        assertThat(contours.drawn()).containsExactlyInAnyOrder("246200364", "200093201");
        var origin = contours.origin().orElseThrow();
        assertThat(origin.source()).isEqualTo(SOURCE);
        assertThat(origin.by()).isEqualTo(admin().displayName());
        var lille = features("200093201");
        assertThat(lille.path("properties").path("name").asText()).isEqualTo("Métropole Européenne de Lille");
        assertThat(lille.path("geometry").path("coordinates")).hasSize(2);
    }

    private JsonNode features(String siren) throws IOException {
        for (var feature : JSON.readTree(contours.geoJson()).path("features")) {
            if (feature.path("properties").path("epci").asText().equals(siren)) {
                return feature;
            }
        }
        throw new AssertionError(siren);
    }

    /** Exterior rings go counterclockwise, holes clockwise (RFC 7946, 3.1.6), however they came. */
    @Test
    void ringsThatGoTheWrongWayRoundAreTurned() throws IOException {
        var hole = "[[2.2, 50.2], [2.8, 50.2], [2.8, 50.8], [2.2, 50.2]]";
        replace(collection(
                feature("246200364", "Polygon", "[[[2, 50], [2, 51], [3, 51], [3, 50], [2, 50]], " + hole + "]")));

        var rings = features("246200364").path("geometry").path("coordinates");
        assertThat(rings.get(0)).hasToString("[[2,50],[3,50],[3,51],[2,51],[2,50]]");
        assertThat(rings.get(1)).hasToString("[[2.2,50.2],[2.8,50.8],[2.8,50.2],[2.2,50.2]]");
    }

    @Test
    void aPositionKeepsSixDecimalsAndNoAltitude() throws IOException {
        replace(collection(feature(
                "246200364", "Polygon", "[[[2.12345678, 50, 12.5], [3, 50, 1], [3, 51, 1], [2.12345678, 50, 12.5]]]")));

        assertThat(features("246200364")
                        .path("geometry")
                        .path("coordinates")
                        .get(0)
                        .get(0))
                .hasToString("[2.123457,50]");
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("", "Le fichier est vide."),
                Arguments.of("{\"type\": ", "Le fichier n’est pas du JSON lisible : ligne 1, colonne"),
                Arguments.of("PK\u0003\u0004", "Le fichier n’est pas du JSON lisible"),
                Arguments.of("[".repeat(5000), "Le fichier n’est pas du JSON lisible"),
                Arguments.of(
                        "{\"type\": \"FeatureCollection\", \"type\": \"x\", \"features\": []}",
                        "Le fichier n’est pas du JSON lisible"),
                Arguments.of(collection(polygon("246200364")) + "{}", "Le fichier n’est pas du JSON lisible"),
                Arguments.of("[]", "Le fichier n’est pas un GeoJSON de type « FeatureCollection »."),
                Arguments.of(polygon("246200364"), "Le fichier n’est pas un GeoJSON de type « FeatureCollection »."),
                Arguments.of(collection(), "Le fichier ne contient aucun territoire."),
                Arguments.of(
                        "{\"type\": \"FeatureCollection\", \"crs\": {\"type\": \"name\", \"properties\": {\"name\":"
                                + " \"urn:ogc:def:crs:EPSG::2154\"}}, \"features\": [" + polygon("246200364") + "]}",
                        "Le fichier annonce le système de coordonnées « urn:ogc:def:crs:EPSG::2154 »"),
                Arguments.of(collection("{\"type\": \"Point\"}"), "Élément 1 : ce n’est pas une « Feature »."),
                Arguments.of(
                        collection(feature("246200364", "Point", "[2, 50]")),
                        "Élément 1 : sa géométrie est « Point », il faut « Polygon » ou « MultiPolygon »."),
                Arguments.of(
                        collection("{\"type\": \"Feature\", \"properties\": {}, \"geometry\": null}"),
                        "Élément 1 : sa géométrie est « null »"),
                Arguments.of(
                        collection(feature("246200364", "Polygon", "[]")),
                        "Élément 1 : il lui manque des coordonnées."),
                Arguments.of(
                        collection(
                                polygon("200093201"), feature("246200364", "Polygon", "[[[2, 50], [3, 50], [2, 50]]]")),
                        "Élément 2 : un anneau n’a que 3 positions ; il en faut au moins quatre."),
                Arguments.of(
                        collection(feature("246200364", "Polygon", "[[[2, 50], [3, 50], [3, 51], [2, 51]]]")),
                        "Élément 1 : un anneau n’est pas fermé"),
                Arguments.of(
                        collection(feature("246200364", "Polygon", "[[[2, 50], [3, 50], [2, 50], [2, 50]]]")),
                        "Élément 1 : un anneau n’entoure aucune surface."),
                Arguments.of(
                        collection(feature("246200364", "Polygon", "[[[2, \"50\"], [3, 50], [3, 51], [2, 50]]]")),
                        "Élément 1 : une position n’est pas faite de deux nombres"),
                Arguments.of(
                        collection(feature("246200364", "Polygon", "[[[2], [3, 50], [3, 51], [2]]]")),
                        "Élément 1 : une position n’est pas faite de deux nombres"),
                Arguments.of(
                        collection(feature("246200364", "Polygon", "[[[1e999, 50], [3, 50], [3, 51], [1e999, 50]]]")),
                        "n’est pas une longitude et une latitude en degrés"),
                Arguments.of(
                        collection(feature(
                                "246200364", "Polygon", "[[[700000, 7000000], [3, 50], [3, 51], [700000, 7000000]]]")),
                        "la position 700000, 7000000 n’est pas une longitude et une latitude en degrés ; le fichier est"
                                + " peut-être en Lambert 93."),
                Arguments.of(
                        collection(feature("Lens", "Polygon", SQUARE)),
                        "Aucune propriété n’est un SIREN (neuf chiffres) dans tous les éléments. Propriétés du premier"
                                + " : nom, code_siren."),
                Arguments.of(
                        collection(polygon("246200364"), polygon("246200364")),
                        "Élément 2 : l’intercommunalité 246200364 (CA de Lens - Liévin) y est déjà"),
                Arguments.of(
                        collection(polygon("246200364"), polygon("999999999")),
                        "Élément 2 : Ruche ne connaît pas l’intercommunalité 999999999 (Ici)."),
                Arguments.of(
                        collection(polygon("245900410")),
                        "Élément 1 : l’intercommunalité 245900410 n’existe plus ; Métropole Européenne de Lille lui a"
                                + " succédé."));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatAnotherProgramWouldHaveToGuessAtIsRefusedAndNothingIsLost(String file, String sentence) {
        var before = contours.geoJson();
        var imports = sql.sql("select count(*) from contour_import").query(Integer.class);
        var traces = imports.single();

        assertThatThrownBy(() -> replace(file))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.faults())
                                .extracting(Fault::message)
                                .anyMatch(message -> message.contains(sentence)));

        assertThat(contours.geoJson()).isEqualTo(before);
        assertThat(imports.single()).isEqualTo(traces);
    }

    @Test
    void everyFaultIsNamedUpToThirty() {
        var wrong = Stream.generate(() -> feature("246200364", "Point", "[2, 50]"))
                .limit(40)
                .toArray(String[]::new);
        assertThatThrownBy(() -> replace(collection(wrong)))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.faults())
                                .hasSize(31)
                                .last()
                                .extracting(Fault::message)
                                .isEqualTo("Et 10 autres fautes."));
    }

    @Test
    void aPropertyThatIsNamedIsTheOneThatIsRead() {
        var file = collection(polygon("246200364")).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> contours.replace(file, "siren", SOURCE, false, admin()))
                .hasMessage("Élément 1 : la propriété « siren » manque.");
        assertThatThrownBy(() -> contours.replace(file, "nom", SOURCE, false, admin()))
                .hasMessage("Élément 1 : « Ici » n’est pas un SIREN (neuf chiffres).");
        assertThat(contours.replace(file, "code_siren", SOURCE, false, admin()).contours())
                .isEqualTo(1);
    }

    @Test
    void thoseThatRucheDoesNotKnowCanBeLeftOutAndAreNamed() {
        var file = collection(polygon("246200364"), polygon("999999999"), polygon("245900410"))
                .getBytes(StandardCharsets.UTF_8);
        var report = contours.replace(file, null, SOURCE, true, admin());
        assertThat(report.left()).containsExactly("999999999 (Ici)", "245900410 (Ici)");
        assertThat(contours.drawn()).containsExactly("246200364");

        var none = collection(polygon("999999999")).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> contours.replace(none, null, SOURCE, true, admin()))
                .hasMessage("Ruche ne connaît aucune intercommunalité de ce fichier.");
        assertThat(contours.drawn()).containsExactly("246200364");
    }

    @ParameterizedTest
    @CsvSource({"'', Dites d’où viennent ces contours et sous quelle licence.", "'a\nb', La source tient sur une ligne"
    })
    void theSourceIsSaid(String source, String sentence) {
        var file = collection(polygon("246200364")).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> contours.replace(file, null, source, false, admin()))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void aFileThatIsTooLargeIsNotRead() {
        var file = new byte[contours.most() + 1];
        assertThatThrownBy(() -> contours.replace(file, null, SOURCE, false, admin()))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("Le fichier dépasse 2");
    }

    @Test
    void onlyAnAdministratorOrAManagerImports() {
        var file = collection(polygon("246200364")).getBytes(StandardCharsets.UTF_8);
        for (var other : new String[] {"technicien", "instructeur", "porteur", "modeleur"}) {
            assertThatThrownBy(() -> contours.replace(
                            file, null, SOURCE, false, actors.find(other).orElseThrow()))
                    .isInstanceOf(Forbidden.class);
        }
        assertThat(contours.replace(
                                file,
                                null,
                                SOURCE,
                                false,
                                actors.find("gestionnaire").orElseThrow())
                        .contours())
                .isEqualTo(1);
    }

    @Test
    void theApiDoesTheSame() {
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.parseMediaType("application/geo+json"));
        var address = "/api/v1/epci/contours?source={source}&leaveOthers=true";
        var sent = new HttpEntity<>(collection(polygon("246200364"), polygon("999999999")), headers);

        assertThat(http.withBasicAuth("instructeur", TestAccounts.PASSWORD)
                        .exchange(address, HttpMethod.PUT, sent, String.class, SOURCE)
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
        var done = http.withBasicAuth("admin", TestAccounts.PASSWORD)
                .exchange(address, HttpMethod.PUT, sent, String.class, SOURCE);
        assertThat(done.getStatusCode().value()).isEqualTo(200);
        assertThat(done.getBody()).contains("\"contours\":1", "999999999");
        var large = new HttpEntity<>(" ".repeat(contours.most() + 10), headers);
        var refused = http.withBasicAuth("admin", TestAccounts.PASSWORD)
                .exchange(address, HttpMethod.PUT, large, String.class, SOURCE);
        assertThat(refused.getStatusCode().value()).isEqualTo(400);
        assertThat(refused.getBody()).contains("Le fichier dépasse");
        var read = ApiClient.as("technicien", port).get("/epci/contours");
        assertThat(read.json().path("features")).hasSize(1);
    }

    @Test
    void theJournalSaysWhoImported() {
        replace(collection(polygon("246200364")));
        var fact = sql.sql("select actor_name, told, subject from audited_fact where source = 'contour_import'"
                        + " order by at desc limit 1")
                .query()
                .singleRow();
        assertThat(fact)
                .containsEntry("actor_name", admin().displayName())
                .containsEntry("told", "1 contours, " + SOURCE)
                .containsEntry("subject", "contours");
        assertThatThrownBy(() -> sql.sql("delete from contour_import").update())
                .hasMessageContaining("only ever appended");
    }
}
