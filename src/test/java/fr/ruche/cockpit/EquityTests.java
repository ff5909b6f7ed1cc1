package fr.ruche.cockpit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import fr.ruche.ApiClient;
import fr.ruche.IntegrationTest;
import fr.ruche.TestBrowser;
import fr.ruche.TestDossiers;
import fr.ruche.cockpit.SilentView.Scope;
import fr.ruche.common.Forbidden;
import fr.ruche.common.Rejected;
import fr.ruche.dossier.DossierFilter;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.dossier.Recusals;
import fr.ruche.identity.Actors;
import fr.ruche.marking.MarkingSessions;
import fr.ruche.marking.Markings;
import fr.ruche.marking.Results;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each figure of a territory is what a plain count says, and the length of the list that it opens. */
@IntegrationTest
class EquityTests {

    private static final DossierFilter OF_CALL = DossierFilter.ALL.ofCall(TestDossiers.CALL);
    private static final String LENS = TestDossiers.TERRITORY;
    private static final String DEPOSITED =
            " from dossier d where call = :call and status <> 'BROUILLON' and fiche_received_at is not null"
                    + " and not exists (select 1 from kept_away k where k.dossier = d.number and k.username = 'gestionnaire')";

    /**
     * From the papers themselves, and not from what figures read; those that a manager brought back keep their papers.
     */
    private static final String COMPLETE =
            " and case when exists (select 1 from dossier_event e where e.dossier = d.number"
                    + " and e.kind in ('DOSSIER_BROUGHT', 'DOSSIER_RESTARTED')) then d.milestone >= 3"
                    + " else d.jury is not null or d.status = 'ATTRIBUE' or"
                    + " (select c.verdict from completeness_check c where c.dossier = d.number order by c.checked_at desc"
                    + " limit 1) = 'COMPLETE' end";

    @Autowired
    Equity equity;

    @Autowired
    TestDossiers given;

    @Autowired
    MarkingSessions juries;

    @Autowired
    Markings markings;

    @Autowired
    Results results;

    @Autowired
    Recusals recusals;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Actors actors;

    @Autowired
    JdbcClient sql;

    @LocalServerPort
    int port;

    @BeforeEach
    void dossiersEverywhere() {
        given.ficheDeposited();
        given.complete();
        given.granted();
        given.opened();
    }

    private EquityView seen() {
        return equity.view(OF_CALL, given.manager());
    }

    private static EquityLine line(EquityView view, String siren) {
        return view.territories().stream()
                .filter(line -> siren.equals(line.territory()))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, Object> plain(String columns, String more) {
        return sql.sql("select " + columns + DEPOSITED + more)
                .param("call", TestDossiers.CALL)
                .query()
                .singleRow();
    }

    private int count(String more) {
        return ((Number) Objects.requireNonNull(plain("count(*) as n", more).get("n"))).intValue();
    }

    private BigDecimal sum(String column, String more) {
        return (BigDecimal) Objects.requireNonNull(
                plain("coalesce(sum(" + column + "), 0.00) as n", more).get("n"));
    }

    @Test
    void eachFigureOfATerritoryIsAPlainCount() {
        var seen = seen();
        assertThat(seen.territories()).extracting(EquityLine::territory).contains(LENS, "200093201", "200018083");
        for (var line : seen.territories()) {
            var of = line.territory() == null
                    ? " and d.territory is null"
                    : " and d.territory = '" + line.territory() + "'";
            var figures = line.figures();
            assertThat(figures.deposited()).as(of).isEqualTo(count(of));
            assertThat(figures.complete()).as(of).isEqualTo(count(of + COMPLETE));
            assertThat(figures.funded()).as(of).isEqualTo(count(of + " and status = 'ATTRIBUE'"));
            assertThat(figures.requested())
                    .as(of)
                    .isEqualByComparingTo(sum("requested_operating + requested_investment", of));
            assertThat(figures.granted())
                    .as(of)
                    .isEqualByComparingTo(sum(
                            "coalesce(granted_operating, 0) + coalesce(granted_investment, 0)",
                            of + " and status = 'ATTRIBUE'"));
            assertThat(figures.success()).as(of).isEqualTo(percent(figures.funded(), figures.deposited()));
            assertThat(figures.grantedRate())
                    .as(of)
                    .isEqualTo(
                            figures.requested().signum() == 0
                                    ? null
                                    : figures.granted()
                                            .multiply(BigDecimal.valueOf(100))
                                            .divide(figures.requested(), 1, RoundingMode.HALF_UP));
            var population = line.territory() == null
                    ? null
                    : sql.sql("select population from epci where siren = ?")
                            .param(line.territory())
                            .query((row, at) -> row.getObject("population", Integer.class))
                            .list()
                            .get(0);
            assertThat(line.population()).as(of).isEqualTo(population);
            assertThat(figures.requestedPerHead())
                    .as(of)
                    .isEqualTo(
                            population == null
                                    ? null
                                    : figures.requested()
                                            .divide(BigDecimal.valueOf(population), 2, RoundingMode.HALF_UP));
        }
        assertThat(seen.whole().figures().deposited()).isEqualTo(count(""));
    }

    private static @Nullable BigDecimal percent(int part, int whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(100L * part).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
    }

    @Test
    void eachFigureIsTheLengthOfTheListThatItOpens() {
        var seen = seen();
        for (var line : seen.territories()) {
            if (line.territory() != null) {
                assertThat(lengths("&territory=" + line.territory()))
                        .as(line.name())
                        .isEqualTo(numbers(line.figures()));
            }
        }
        for (var level : seen.levels()) {
            assertThat(lengths("&difficulty=" + (level.difficulty() == null ? "NONE" : level.difficulty())))
                    .as("difficulty " + level.difficulty())
                    .isEqualTo(numbers(level.figures()));
        }
        assertThat(lengths("")).isEqualTo(numbers(seen.whole().figures()));
    }

    private static List<Integer> numbers(EquityFigures figures) {
        return List.of(figures.deposited(), figures.complete(), figures.funded(), figures.marked());
    }

    private List<Integer> lengths(String filter) {
        return Stream.of("&reached=FICHE", "&reached=COMPLET", "&reached=FINANCE", "&marked=true")
                .map(more -> {
                    var list = ApiClient.as("gestionnaire", port)
                            .get("/dossiers?size=1&call=" + TestDossiers.CALL + filter + more)
                            .json();
                    assertThat(list.path("moreThanTotal").asBoolean()).isFalse();
                    return list.path("total").asInt();
                })
                .toList();
    }

    @Test
    void theDifficultyIsThatOfTheCallElseOfTheTerritory() {
        var seen = seen();
        assertThat(line(seen, LENS).difficulty()).isEqualTo(5); // DSDT-2026 publishes it
        assertThat(line(seen, "200093201").difficulty()).isEqualTo(2); // 5 for the territory, 2 for the call
        assertThat(line(seen, "200043396").difficulty())
                .isEqualTo(sql.sql("select difficulty from epci where siren = '200043396'")
                        .query(Integer.class)
                        .single());
        var before = sql.sql("select difficulty from epci where siren = '200069672'")
                .query(Integer.class)
                .single();
        sql.sql("update epci set difficulty = null where siren = '200069672'").update();
        try {
            assertThat(line(seen(), "200069672").difficulty()).isNull();
            assertThat(seen().levels()).last().satisfies(level -> {
                assertThat(level.difficulty()).isNull();
                assertThat(level.territories()).isPositive();
            });
        } finally {
            sql.sql("update epci set difficulty = ? where siren = '200069672'")
                    .param(before)
                    .update();
        }
    }

    @Test
    void aLevelAddsUpItsTerritoriesAndShowsTheOneInTheMiddle() {
        var seen = seen();
        for (var level : seen.levels()) {
            var lines = seen.territories().stream()
                    .filter(line -> Objects.equals(line.difficulty(), level.difficulty()))
                    .toList();
            assertThat(level.figures().deposited())
                    .isEqualTo(lines.stream()
                            .mapToInt(line -> line.figures().deposited())
                            .sum());
            assertThat(level.figures().granted())
                    .isEqualByComparingTo(lines.stream()
                            .map(line -> line.figures().granted())
                            .reduce(BigDecimal.ZERO, BigDecimal::add));
            assertThat(level.population())
                    .isEqualTo(lines.stream()
                            .filter(line -> line.population() != null)
                            .mapToLong(EquityLine::population)
                            .sum());
            var median = sql.sql(
                            "select round(percentile_cont(0.5) within group (order by v)::numeric, 2) from unnest(cast(? as numeric[])) v")
                    .param(lines.stream()
                            .map(line -> line.figures().requestedPerHead())
                            .filter(Objects::nonNull)
                            .map(BigDecimal::toPlainString)
                            .collect(java.util.stream.Collectors.joining(",", "{", "}")))
                    .query(BigDecimal.class)
                    .single();
            assertThat(level.medians().requestedPerHead()).isEqualByComparingTo(median);
        }
        assertThat(seen.levels().stream().map(EquityLevel::populationShare).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isBetween(new BigDecimal("99.7"), new BigDecimal("100.3"));
    }

    @Test
    void fromWhereNothingCameIsWhatIsLeftOfTheRegister() {
        var manager = given.manager();
        for (var scope : Scope.values()) {
            var seen = equity.silent(OF_CALL, scope, manager);
            var calls = scope == Scope.CALL ? " and d.call = :call" : " and (d.call = :call or true)";
            var deposited =
                    " not exists (select 1 from dossier d where d.status <> 'BROUILLON' and d.fiche_received_at is not null"
                            + calls;
            assertThat(seen.communes())
                    .extracting(one -> one.commune().code())
                    .containsExactlyInAnyOrderElementsOf(sql.sql("select code from commune c where epci is not null and"
                                    + deposited + " and d.commune = c.code)")
                            .param("call", TestDossiers.CALL)
                            .query(String.class)
                            .list());
            assertThat(seen.territories())
                    .extracting(one -> one.epci().siren())
                    .containsExactlyInAnyOrderElementsOf(
                            sql.sql("select siren from epci e where successor is null and" + deposited
                                            + " and d.territory in (select p.siren from epci p where p.siren = e.siren"
                                            + (scope == Scope.CALL ? "" : " or p.successor = e.siren") + "))")
                                    .param("call", TestDossiers.CALL)
                                    .query(String.class)
                                    .list());
            assertThat(seen.communes()).extracting(one -> one.commune().code()).doesNotContain("62498");
        }
        var view = seen();
        var here = equity.silent(OF_CALL, Scope.CALL, manager);
        assertThat(view.silentCommunes()).isEqualTo(here.communes().size());
        assertThat(view.silent().stream().filter(line -> line.population() != null))
                .hasSize(here.territories().size());
        for (var line : view.territories()) {
            if (line.territory() != null && line.population() != null) {
                assertThat(equity.silent(OF_CALL.inTerritory(line.territory()), Scope.CALL, manager)
                                .communes())
                        .as(line.name())
                        .hasSize(line.silentCommunes());
            }
        }
    }

    /** What was deposited for one that is gone counts for the one that took over; in another call, too. */
    @Test
    void whatCameInAnotherCallIsTold() {
        var aire = "62014";
        var others = sql.sql("select number, commune from dossier where call = ? and territory = '200069037'")
                .param(TestDossiers.CALL)
                .query((row, at) -> Map.entry(row.getString("number"), row.getString("commune")))
                .list();
        var number = given.ficheDeposited();
        others.forEach(other -> move(other.getKey(), "62498", LENS));
        sql.sql("update dossier set call = 'DSDT-2015', commune = ?, territory = '246200018' where number = ?")
                .params(aire, number.value())
                .update();
        try {
            var here = equity.silent(OF_CALL, Scope.CALL, given.manager());
            var ever = equity.silent(OF_CALL, Scope.EVER, given.manager());
            assertThat(here.communes())
                    .filteredOn(one -> one.commune().code().equals(aire))
                    .singleElement()
                    .matches(SilentView.SilentCommune::before);
            assertThat(ever.communes()).extracting(one -> one.commune().code()).doesNotContain(aire);
            assertThat(here.territories())
                    .filteredOn(one -> one.epci().siren().equals("200069037"))
                    .singleElement()
                    .matches(SilentView.SilentEpci::before);
            assertThat(ever.territories()).extracting(one -> one.epci().siren()).doesNotContain("200069037");
            assertThat(line(seen(), "200069037")).matches(EquityLine::silent).matches(EquityLine::ever);
        } finally {
            sql.sql("update dossier set call = ?, commune = '62498', territory = ? where number = ?")
                    .params(TestDossiers.CALL, LENS, number.value())
                    .update();
            others.forEach(other -> move(other.getKey(), other.getValue(), "200069037"));
        }
    }

    private void move(String number, String commune, String territory) {
        sql.sql("update dossier set commune = ?, territory = ? where number = ?")
                .params(commune, territory, number)
                .update();
    }

    @Test
    void aMarkCountsOnceItIsRevealedAndAsTheJuryRetainsIt() {
        var session = juries.open(2);
        var first = session.onAgenda().get(0).dossier();
        var before = line(seen(), LENS).figures();
        juries.mark(session.id(), first, MarkingSessions.TOWN, 5, "Très bon projet.");
        juries.mark(session.id(), first, MarkingSessions.ELECTED, 3, "Projet correct.");

        assertThat(line(seen(), LENS).figures()).isEqualTo(before);
        assertThat(kept(first)).isNull();
        assertThat(total("&marked=true&q=" + first)).isZero();

        markings.reveal(session.id(), true, given.manager());

        var made = results.of(session.id(), given.manager()).stream()
                .filter(one -> one.dossier().equals(first))
                .findFirst()
                .orElseThrow()
                .score();
        assertThat(kept(first)).isEqualTo(made);
        assertThat(total("&marked=true&q=" + first)).isEqualTo(1);
        var after = line(seen(), LENS).figures();
        assertThat(after.marked()).isEqualTo(before.marked() + 1);
        assertThat(after.mark()).isEqualTo(average());

        results.retain(session.id(), first, new BigDecimal("12.34"), "Le jury est plus sévère.", given.manager());
        assertThat(kept(first)).isEqualByComparingTo("12.34");
        assertThat(line(seen(), LENS).figures().mark()).isEqualTo(average());
    }

    /** The mean of what the results of every revealed session of Lens say, without the table that figures read. */
    private BigDecimal average() {
        var marks = new HashMap<DossierNumber, BigDecimal>();
        sql.sql("select session from marking_phase where phase <> 'BLIND' order by revealed_at")
                .query(UUID.class)
                .list()
                .forEach(session -> results.of(session, given.manager()).forEach(one -> {
                    var mark = one.deliberated() == null
                            ? one.score()
                            : one.deliberated().score();
                    if (mark != null && LENS.equals(dossiers.get(one.dossier()).territory())) {
                        marks.put(one.dossier(), mark);
                    }
                }));
        return marks.values().stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(marks.size()), 2, RoundingMode.HALF_UP);
    }

    private @Nullable BigDecimal kept(DossierNumber number) {
        return sql.sql("select score from marking_score where dossier = ?")
                .param(number.value())
                .query(BigDecimal.class)
                .optional()
                .orElse(null);
    }

    private int total(String more) {
        return ApiClient.as("gestionnaire", port)
                .get("/dossiers?size=1&call=" + TestDossiers.CALL + more)
                .json()
                .path("total")
                .asInt();
    }

    /** The marks of who is kept from a dossier after the reveal do not count there, nor here. */
    @Test
    void theMarkFollowsAConflictOfInterestUntilTheJuryHasDeliberated() {
        var session = juries.open(1);
        var number = session.onAgenda().get(0).dossier();
        juries.mark(session.id(), number, MarkingSessions.TOWN, 5, "Très bon projet.");
        juries.mark(session.id(), number, MarkingSessions.ELECTED, 3, "Projet correct.");
        markings.reveal(session.id(), true, given.manager());
        var both = kept(number);
        var member = session.members().stream()
                .filter(one -> MarkingSessions.TOWN.equals(one.username()))
                .findFirst()
                .orElseThrow();

        recusals.declare(number, member.username(), member.name(), "Un parent y travaille", given.manager());
        var alone = results.of(session.id(), given.manager()).get(0).score();
        assertThat(kept(number)).isEqualTo(alone).isNotEqualTo(both);

        recusals.lift(number, member.username(), member.name(), "Erreur de saisie", given.manager());
        assertThat(kept(number)).isEqualTo(both);
    }

    /** Who is kept from a dossier reads neither its mark nor that it is there. */
    @Test
    void whoIsKeptFromADossierCountsWithoutIt() {
        var session = juries.open(1);
        var number = session.onAgenda().get(0).dossier();
        juries.mark(session.id(), number, MarkingSessions.TOWN, 5, "Très bon projet.");
        markings.reveal(session.id(), true, given.manager());
        var before = line(seen(), LENS).figures();
        var manager = actors.find("gestionnaire").orElseThrow();
        recusals.declare(number, manager.username(), manager.displayName(), "Un parent y travaille", manager);
        try {
            var after = seen();
            assertThat(after.kept()).isPositive();
            assertThat(line(after, LENS).figures().deposited()).isEqualTo(before.deposited() - 1);
            assertThat(line(after, LENS).figures().marked()).isEqualTo(before.marked() - 1);
            assertThat(lengths("&territory=" + LENS))
                    .isEqualTo(numbers(line(after, LENS).figures()));
        } finally {
            recusals.lift(number, manager.username(), manager.displayName(), "Essai terminé", manager);
        }
    }

    @Test
    void onlyAManagerLearnsFromAListWhichMarksAreRevealed() {
        var session = juries.open(1);
        var number = session.onAgenda().get(0).dossier();
        juries.mark(session.id(), number, MarkingSessions.TOWN, 4, "");
        markings.reveal(session.id(), true, given.manager());

        assertThat(total("&marked=true&q=" + number)).isEqualTo(1);
        for (var other : List.of("instructeur", "technicien", "porteur", MarkingSessions.ELECTED)) {
            assertThat(ApiClient.as(other, port)
                            .get("/dossiers?marked=true")
                            .json()
                            .path("total")
                            .asInt())
                    .as(other)
                    .isZero();
        }
    }

    @Test
    void filtersHoldForEveryFigure() {
        var all = ApiClient.as("gestionnaire", port)
                .get("/cockpit/equity?call=" + TestDossiers.CALL)
                .json();
        var some = ApiClient.as("gestionnaire", port)
                .get("/cockpit/equity?call=" + TestDossiers.CALL + "&measure=F2&sector=artois-bassin-minier")
                .json();
        assertThat(some.path("whole").path("figures").path("deposited").asInt())
                .isEqualTo(count(" and measure = 'F2' and sector = 'artois-bassin-minier'"))
                .isLessThan(all.path("whole").path("figures").path("deposited").asInt());
        assertThat(some.path("territories").size())
                .isLessThan(all.path("territories").size());
        var hard = ApiClient.as("gestionnaire", port)
                .get("/cockpit/equity?call=" + TestDossiers.CALL + "&difficulty=5")
                .json();
        assertThat(hard.path("levels")).hasSize(1);
        assertThat(hard.path("territories"))
                .extracting(line -> ((JsonNode) line).path("difficulty").asInt())
                .containsOnly(5);
    }

    @Test
    void onlyManagersSeeIt() {
        for (var other : List.of("technicien", "instructeur", "jure-region", "porteur", "modeleur", "admin")) {
            var actor = actors.find(other).orElseThrow();
            assertThatThrownBy(() -> equity.view(OF_CALL, actor)).isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> equity.silent(OF_CALL, Scope.EVER, actor)).isInstanceOf(Forbidden.class);
            assertThat(ApiClient.as(other, port)
                            .get("/cockpit/equity?call=" + TestDossiers.CALL)
                            .status())
                    .isEqualTo(403);
            for (var page : List.of("", "/sans-fiche", "/sans-fiche.csv", "/territoires.xlsx")) {
                assertThat(new TestBrowser(port)
                                .signIn(other)
                                .get("/bureau/pilotage/equite" + page + "?call=" + TestDossiers.CALL)
                                .statusCode())
                        .as(other + page)
                        .isIn(403, 404);
            }
        }
    }

    @Test
    void whatMakesNoSenseIsSaid() {
        assertThatThrownBy(() -> equity.view(DossierFilter.ALL, given.manager()))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("Choisissez un appel");
        var manager = ApiClient.as("gestionnaire", port);
        assertThat(manager.get("/cockpit/equity").status()).isEqualTo(400);
        assertThat(manager.get("/cockpit/silent?call=" + TestDossiers.CALL + "&scope=RIEN")
                        .status())
                .isEqualTo(400);
        assertThat(manager.get("/dossiers?difficulty=beaucoup").status()).isEqualTo(400);
        assertThat(manager.get("/dossiers?marked=peut-etre").status()).isEqualTo(400);
        var page = new TestBrowser(port).signIn("gestionnaire").get("/bureau/pilotage/equite/sans-fiche?scope=RIEN");
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("RIEN");
    }

    @Test
    void theExportsHoldWhatThePagesShow() {
        var browser = new TestBrowser(port).signIn("gestionnaire");
        var csv = browser.get("/bureau/pilotage/equite/sans-fiche.csv?call=" + TestDossiers.CALL)
                .body()
                .lines()
                .toList();
        var seen = equity.silent(OF_CALL, Scope.CALL, given.manager());
        assertThat(csv).hasSize(1 + seen.territories().size() + seen.communes().size());
        assertThat(csv.get(0)).endsWith("Quoi;Code;Nom;Intercommunalité;Habitants;Fiche dans un autre appel");
        assertThat(csv.get(csv.size() - 1))
                .startsWith("Commune;"
                        + seen.communes()
                                .get(seen.communes().size() - 1)
                                .commune()
                                .code()
                        + ";");
        var table = browser.get("/bureau/pilotage/equite/territoires.csv?call=" + TestDossiers.CALL)
                .body()
                .lines()
                .toList();
        assertThat(table).hasSize(1 + seen().territories().size());
        assertThat(table)
                .filteredOn(row -> row.contains(LENS))
                .singleElement()
                .asString()
                .startsWith("CA de Lens - Liévin;" + LENS + ";5;");
        var workbook = browser.get("/bureau/pilotage/equite/territoires.xlsx?call=" + TestDossiers.CALL);
        assertThat(workbook.headers().firstValue("Content-Type").orElseThrow()).contains("spreadsheetml");
        assertThat(workbook.body()).startsWith("PK");
    }

    /** A name of the register that a spreadsheet would compute is a text in the file. */
    @Test
    void aNameThatIsAFormulaIsATextInTheFile() {
        sql.sql("update epci set name = '=1+1' where siren = '200018083'").update();
        try {
            assertThat(new TestBrowser(port)
                            .signIn("gestionnaire")
                            .get("/bureau/pilotage/equite/territoires.csv?call=" + TestDossiers.CALL)
                            .body())
                    .contains("'=1+1;200018083");
        } finally {
            sql.sql("update epci set name = 'CC de Desvres-Samer' where siren = '200018083'")
                    .update();
        }
    }
}
