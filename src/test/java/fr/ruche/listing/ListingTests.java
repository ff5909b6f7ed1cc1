package fr.ruche.listing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.ruche.ApiClient;
import fr.ruche.IntegrationTest;
import fr.ruche.TestDossiers;
import fr.ruche.common.Euros;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.dossier.Fiche;
import fr.ruche.dossier.FullDossier.BudgetLine;
import fr.ruche.dossier.FullDossier.Section;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The list of dossiers and its files through the API; each test marks its own dossiers with a word of its own. */
@IntegrationTest
class ListingTests {

    @LocalServerPort
    int port;

    @Autowired
    TestDossiers examples;

    @Autowired
    Dossiers dossiers;

    @Autowired
    JdbcTemplate sql;

    String mark = "";

    @BeforeEach
    void aWordOfOnesOwn() {
        mark = "zq" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "x"
                + Long.toString(System.nanoTime(), 36);
    }

    @Test
    void pagesByKeyReadEachDossierOnceThoughAllAreEqualAndOthersCome() {
        var before =
                Stream.generate(() -> deposited("Atelier " + mark)).limit(7).toList();
        var api = ApiClient.as("gestionnaire", port);
        var list = "/dossiers?size=2&sort=REQUESTED&q=" + mark;
        var seen = new ArrayList<String>();
        var page = api.get(list).json();
        deposited("Atelier " + mark);
        while (true) {
            seen.addAll(numbers(page));
            if (page.path("next").isNull()) {
                break;
            }
            page = api.get(list + "&after=" + page.path("next").asText()).json();
        }
        assertThat(seen).doesNotHaveDuplicates().containsAll(before).isSortedAccordingTo(Collections.reverseOrder());

        var back = new ArrayList<>(numbers(page));
        while (!page.path("previous").isNull()) {
            page = api.get(list + "&before=" + page.path("previous").asText()).json();
            back.addAll(0, numbers(page));
        }
        assertThat(back).containsAll(seen);
        assertThat(page.path("total").asInt()).isEqualTo(8);
        assertThat(page.path("moreThanTotal").asBoolean()).isFalse();
    }

    @Test
    void everyOrderIsReadToItsEndAndBack() {
        Stream.of("a", "b", "c", "d", "e").forEach(letter -> deposited(letter + " " + mark));
        var api = ApiClient.as("instructeur", port);
        for (var sort : fr.ruche.dossier.DossierSort.values()) {
            var all = numbers(api.get("/dossiers?size=200&receivedFrom=2000-01-01&sort=" + sort + "&q=" + mark)
                    .json());
            var first = api.get("/dossiers?size=3&sort=" + sort + "&q=" + mark).json();
            var second = api.get("/dossiers?size=3&sort=" + sort + "&q=" + mark + "&after="
                            + first.path("next").asText())
                    .json();
            var again = api.get("/dossiers?size=3&sort=" + sort + "&q=" + mark + "&before="
                            + second.path("previous").asText())
                    .json();
            assertThat(all).hasSize(5);
            assertThat(numbers(first))
                    .as(sort.name())
                    .isEqualTo(all.subList(0, 3))
                    .isEqualTo(numbers(again));
            assertThat(numbers(second)).as(sort.name()).isEqualTo(all.subList(3, 5));
        }
    }

    @Test
    void thePageWithoutWordsGoesOnByKeyToo() {
        Stream.generate(() -> deposited("Suite " + mark)).limit(3).forEach(any -> {});
        var api = ApiClient.as("technicien", port);
        var first = api.get("/dossiers?size=1&sort=RECEIVED").json();
        var second = api.get("/dossiers?size=1&sort=RECEIVED&after="
                        + first.path("next").asText())
                .json();
        var offset = api.get("/dossiers?size=1&page=1&sort=RECEIVED").json();

        assertThat(numbers(second)).isEqualTo(numbers(offset)).isNotEqualTo(numbers(first));
    }

    @Test
    void wordsAreFoundWithoutAccentsInTheSingularAndInThePluralAndAtTheirBeginning() {
        var number = deposited("Fêtes des Écoles et l’Œuvre " + mark);
        var other = deposited("Jardin " + mark);
        for (var words : List.of(
                "ecole",
                "ÉCOLES",
                "école fete",
                "écol",
                "oeuvre",
                "l'œuvre",
                "fête des",
                "lens ecoles",
                "habitants ecole",
                "voisins de l'alma ecole",
                number.substring(5))) {
            assertThat(found("gestionnaire", mark + " " + words)).as(words).containsExactly(number);
        }
        assertThat(found("gestionnaire", mark.substring(0, mark.length() - 3)))
                .containsExactlyInAnyOrder(number, other);
        assertThat(found("gestionnaire", mark + " lycée")).isEmpty();
        assertThat(found("gestionnaire", "%_'--")).isEmpty();
        assertThat(found("technicien2", mark)).isEmpty();
    }

    @Test
    void wordsFollowAChangeOfTheFiche() {
        var holder = examples.holder();
        var number = dossiers.open(TestDossiers.CALL, holder, titled("Potager " + mark));
        assertThat(found("porteur", mark + " potager")).containsExactly(number.value());

        dossiers.saveFiche(number, titled("Verger " + mark), holder, null);
        assertThat(found("porteur", mark + " potager")).isEmpty();
        assertThat(found("porteur", mark + " vergers")).containsExactly(number.value());
    }

    @Test
    void filtersSayWhatTheyMean() {
        var number = deposited("Filtre " + mark);
        var today = LocalDate.now(ZoneId.of("Europe/Paris"));

        for (var match : List.of(
                "requestedFrom=5000&requestedTo=5000",
                "requestedTo=" + encoded("5 000,00 €"),
                "receivedFrom=" + today + "&receivedTo=" + today,
                "organisation=999000011",
                "organisation=" + encoded("999 000 011 00018"),
                "organisation=w595999001",
                "clock=INTERCOMMUNALITE&status=EN_COURS&measure=F1",
                "territory=246200364&sector=artois-bassin-minier",
                "call=DSDT-2026&step=userTask_checkConformity",
                "late=false")) {
            assertThat(filtered(match)).as(match).containsExactly(number);
        }
        for (var miss : List.of(
                "requestedFrom=" + encoded("5000,01"),
                "requestedTo=4999.99",
                "receivedTo=" + today.minusDays(1),
                "receivedFrom=" + today.plusDays(1),
                "organisation=732829320",
                "rule=ELIG-05",
                "jury=regional",
                "due=LATE",
                "late=true",
                "call=DSDT-2015",
                "territory=200093201")) {
            assertThat(filtered(miss)).as(miss).isEmpty();
        }
    }

    @Test
    void whatIsLateAndWhatIsDueBySunday() {
        var late = deposited("Retard " + mark);
        var soon = deposited("Bientôt " + mark);
        var later = deposited("Plus tard " + mark);
        due(late, Instant.now().minus(1, ChronoUnit.HOURS));
        due(soon, Instant.now().plusSeconds(20));
        due(later, Instant.now().plus(8, ChronoUnit.DAYS));

        assertThat(filtered("due=LATE")).contains(late).doesNotContain(later);
        assertThat(filtered("due=WEEK")).doesNotContain(late, later);
        assertThat(Stream.concat(filtered("due=LATE").stream(), filtered("due=WEEK").stream()))
                .contains(soon);
        assertThat(filtered("sort=DUE")).containsExactly(late, soon, later);
    }

    @Test
    void theRulesThatFailedAreThoseOfTheLastEvaluation() {
        var number = examples.conform();
        var full = examples.full();
        var lines = List.of(line("60", "10000.00"), line("74-REGION", "5000.00"), line("70", "5000.00"));
        dossiers.saveFull(number, TestDossiers.budgeted(full, lines), examples.holder(), null);
        examples.attach(number);
        assertThat(failing("ELIG-06", number)).isEmpty();
        dossiers.depositFull(number, examples.holder());

        assertThat(failing("ELIG-06", number)).containsExactly(number.value());
        assertThat(failing("ELIG-12", number)).isEmpty();
    }

    private List<String> failing(String rule, DossierNumber number) {
        return numbers(ApiClient.as("instructeur", port)
                .get("/dossiers?rule=" + rule + "&q=" + number)
                .json());
    }

    private static BudgetLine line(String account, String amount) {
        return new BudgetLine(Section.OPERATING, account, null, Euros.of(amount), null);
    }

    @Test
    void aValueThatMakesNoSenseIsNamedInFrench() {
        var api = ApiClient.as("gestionnaire", port);
        Map.ofEntries(
                        Map.entry("call=AUTRE", "call:CHOICE"),
                        Map.entry("status=X", "status:CHOICE"),
                        Map.entry("step=" + encoded("a b"), "step:CHOICE"),
                        Map.entry("clock=MOI", "clock:CHOICE"),
                        Map.entry("measure=F99", "measure:CHOICE"),
                        Map.entry("territory=1", "territory:CHOICE"),
                        Map.entry("sector=nulle-part", "sector:CHOICE"),
                        Map.entry("jury=1", "jury:CHOICE"),
                        Map.entry("organisation=123", "organisation:NUMBER"),
                        Map.entry("rule=" + encoded("x' or 1=1"), "rule:CHOICE"),
                        Map.entry("due=HIER", "due:CHOICE"),
                        Map.entry("late=oui", "late:CHOICE"),
                        Map.entry("requestedFrom=1e9", "requestedFrom:AMOUNT"),
                        Map.entry("requestedFrom=2&requestedTo=1", "requestedTo:ORDER"),
                        Map.entry("receivedFrom=31/02/2026", "receivedFrom:DATE"),
                        Map.entry("receivedFrom=2026-02-02&receivedTo=2026-02-01", "receivedTo:ORDER"),
                        Map.entry("sort=PAR_HASARD", "sort:CHOICE"),
                        Map.entry("after=xyz", "after:CURSOR"),
                        Map.entry("before=%00", "before:CURSOR"),
                        Map.entry("q=" + "a".repeat(201), "q:LENGTH"))
                .forEach((wrong, fault) -> {
                    for (var door : List.of("/dossiers?", "/dossiers.csv?", "/dossiers.xlsx?")) {
                        if (door.equals("/dossiers?") || !fault.endsWith("CURSOR")) {
                            var answer = api.get(door + wrong);
                            assertThat(answer.status()).as(door + wrong).isEqualTo(400);
                            assertThat(answer.faults()).as(door + wrong).containsExactly(fault);
                        }
                    }
                });
        assertThat(api.get("/dossiers.csv?columns=SALAIRE").faults()).containsExactly("columns:CHOICE");
    }

    @Test
    void aPlaceIsOfOneOrderAndNoDoorToTheDatabase() {
        var api = ApiClient.as("gestionnaire", port);
        deposited("Place " + mark);
        deposited("Place " + mark);
        var next = api.get("/dossiers?size=1&sort=TITLE&q=" + mark)
                .json()
                .path("next")
                .asText();

        assertThat(api.get("/dossiers?sort=DUE&after=" + next).status()).isEqualTo(400);
        for (var forged : List.of(
                "DUE DSDT-2026-0001 now() + x",
                "DUE DSDT-2026-0001 9999999-99-99",
                "REQUESTED A-0001 NaN",
                "TITLE A-0001 \0")) {
            var text = java.util.Base64.getUrlEncoder().encodeToString(forged.getBytes(StandardCharsets.UTF_8));
            var sort = forged.substring(0, forged.indexOf(' '));
            assertThat(api.get("/dossiers?sort=" + sort + "&after=" + text).status())
                    .as(forged)
                    .isEqualTo(400);
        }
    }

    @Test
    void aFileHoldsWhatOneMaySeeAndNothingElse() throws IOException {
        var lens = deposited("Export " + mark);
        var draft = dossiers.open(TestDossiers.CALL, examples.holder(), titled("Brouillon " + mark))
                .value();
        for (var person : Map.of(
                        "porteur", List.of(lens, draft),
                        "porteur2", List.<String>of(),
                        "technicien", List.of(lens),
                        "technicien2", List.<String>of(),
                        "instructeur", List.of(lens),
                        "jure-interco", List.<String>of(),
                        "jure-region", List.<String>of(),
                        "modeleur", List.<String>of(),
                        "gestionnaire", List.of(lens))
                .entrySet()) {
            var api = ApiClient.as(person.getKey(), port);
            var csv = api.get("/dossiers.csv?q=" + mark).text();
            var xlsx = Workbooks.sheet(api.get("/dossiers.xlsx?q=" + mark).bytes());
            for (var number : List.of(lens, draft)) {
                var mine = person.getValue().contains(number);
                assertThat(csv.contains(number))
                        .as(person.getKey() + " csv " + number)
                        .isEqualTo(mine);
                assertThat(xlsx.contains(number))
                        .as(person.getKey() + " xlsx " + number)
                        .isEqualTo(mine);
            }
        }
        assertThat(ApiClient.as("technicien", port)
                        .get("/dossiers.csv?q=" + mark)
                        .text())
                .doesNotContain("contact@exemple.fr", "Dominique Exemple", "FR76");
    }

    @Test
    void aFileIsOneThatAFrenchSpreadsheetOpensAndDoesNotCompute() throws IOException {
        deposited("=HYPERLINK(\"http://exemple.invalid\";\"" + mark + "\")");
        deposited("-1+2 ; \"" + mark + "\"");
        var list = "?q=" + mark + "&sort=TITLE&columns=REQUESTED,RECEIVED,ORGANISATION";
        var api = ApiClient.as("technicien", port);
        var csv = api.get("/dossiers.csv" + list);

        assertThat(csv.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(csv.headers().firstValue("Content-Disposition").orElse("")).contains("dossiers.csv");
        assertThat(csv.bytes()).startsWith(0xEF, 0xBB, 0xBF);
        var lines = csv.text().substring(1).split("\r\n");
        assertThat(lines[0]).isEqualTo("Numéro;Projet;Porteur;Fiche reçue le;Demande");
        assertThat(lines).hasSize(3);
        assertThat(lines[1]).contains(";\"'-1+2 ; \"\"" + mark + "\"\"\";").endsWith(";5000,00");
        assertThat(lines[2]).contains("\"'=HYPERLINK(");

        var xml = Workbooks.sheet(api.get("/dossiers.xlsx" + list).bytes());
        assertThat(xml).contains(">=HYPERLINK(").contains("<v>5000.00</v>").doesNotContain("<f>");
    }

    @Test
    void whoTookWhatAwayIsKeptForManagers() {
        deposited("Trace " + mark);
        ApiClient.as("technicien", port).get("/dossiers.csv?q=" + mark + "&columns=TERRITORY");

        var traces = ApiClient.as("gestionnaire", port).get("/dossier-exports").json();
        var mine = StreamSupport.stream(traces.spliterator(), false)
                .filter(trace -> trace.path("filters").asText().contains(mark))
                .toList();
        assertThat(mine).hasSize(1);
        assertThat(mine.get(0).path("account").asText()).isEqualTo("technicien");
        assertThat(mine.get(0).path("rows").asInt()).isEqualTo(1);
        assertThat(mine.get(0).path("complete").asBoolean()).isTrue();
        assertThat(mine.get(0).path("columns").asText()).isEqualTo("NUMBER,TITLE,TERRITORY");
        assertThat(ApiClient.as("technicien", port).get("/dossier-exports").status())
                .isEqualTo(403);
    }

    private String deposited(String title) {
        var number = dossiers.open(TestDossiers.CALL, examples.holder(), titled(title));
        dossiers.depositFiche(number, examples.holder());
        return number.value();
    }

    private Fiche titled(String title) {
        return TestDossiers.titled(examples.fiche("F1", false), title);
    }

    private void due(String number, Instant at) {
        sql.update("update dossier set due_at = ? where number = ?", java.sql.Timestamp.from(at), number);
    }

    private List<String> found(String person, String words) {
        return numbers(
                ApiClient.as(person, port).get("/dossiers?q=" + encoded(words)).json());
    }

    private List<String> filtered(String filter) {
        return numbers(ApiClient.as("gestionnaire", port)
                .get("/dossiers?q=" + mark + "&" + filter)
                .json());
    }

    private static List<String> numbers(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .map(line -> line.path("number").asText())
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
