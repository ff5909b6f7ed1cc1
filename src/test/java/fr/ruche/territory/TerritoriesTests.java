package fr.ruche.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ruche.IntegrationTest;
import fr.ruche.common.Conflict;
import fr.ruche.common.Fault;
import fr.ruche.common.Rejected;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class TerritoriesTests {

    @Autowired
    Territories territories;

    @Autowired
    NeighbourhoodImport neighbourhoods;

    @Autowired
    JdbcClient sql;

    @Test
    void everyCommuneOfTheTwoDepartementsHasItsIntercommunalityAndItsSector() {
        var count = "select count(*) from commune where departement = ?";
        assertThat(sql.sql(count).param("59").query(Integer.class).single()).isEqualTo(647);
        assertThat(sql.sql(count).param("62").query(Integer.class).single()).isEqualTo(887);
        assertThat(sql.sql("select count(*) from commune where epci is null")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(territories.allEpci()).hasSize(36);
        assertThat(territories.sectors())
                .extracting(Sector::code)
                .containsExactlyInAnyOrder(
                        "artois-bassin-minier", "hainaut-cambresis-douaisis", "littoral", "metropole-lilloise");
    }

    @ParameterizedTest
    @CsvSource({
        "lens, 62498",
        "LENS, 62498",
        "béth, 62119",
        "beth, 62119",
        "62300, 62498",
        "59512, 59512",
        "villeneuve d’ascq, 59009",
        "Villeneuve Ascq, 59009",
        "ascq, 59009",
        "St Omer, 62765",
        "saint-omer, 62765",
        "mons en baroeul, 59410",
        "Mons-en-Barœul, 59410",
        "marœuil, 62557"
    })
    void aCommuneIsFoundByWhatPeopleType(String typed, String code) {
        assertThat(territories.search(typed).get(0).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "%", "_", "--", "'", "zzzz", "<script>", "🎉", "lens; drop table commune"})
    void whatIsNoNameFindsNothing(String typed) {
        assertThat(territories.search(typed)).isEmpty();
    }

    @Test
    void atMostTwentyAreFoundAndTheMostPopulousComesFirst() {
        var found = territories.search("s");

        assertThat(found).hasSize(20);
        assertThat(found).extracting(Commune::population).isSortedAccordingTo((a, b) -> Integer.compare(b, a));
        assertThat(territories.search("a".repeat(10_000))).isEmpty();
    }

    @Test
    void theSearchUsesItsIndex() {
        var plan = String.join(
                "\n",
                sql.sql("explain " + CommuneTables.SEARCH)
                        .param("text", "lens")
                        .param("after", CommuneTables.after("lens"))
                        .param("most", 20)
                        .query(String.class)
                        .list());

        assertThat(plan).contains("commune_term_prefix").doesNotContain("Seq Scan on commune_term");
    }

    @Test
    void aCommuneKnowsItsIntercommunality() {
        var lens = territories.commune("62498").orElseThrow();

        assertThat(lens.epci()).isEqualTo("246200364");
        assertThat(lens.sector()).isEqualTo("artois-bassin-minier");
        assertThat(lens.postalCodes()).contains("62300");
        assertThat(territories.hasTerritorialJury("246200364")).isTrue();
        assertThat(territories.hasTerritorialJury("200040954")).isFalse();
        assertThat(territories.hasTerritorialJury("999999999")).isFalse();
    }

    @Test
    void anAbsorbedCommuneLeadsToTheOneOfToday() {
        assertThat(territories.commune("59540").orElseThrow().code()).isEqualTo("59183");
        assertThat(territories.search("59540").get(0).code()).isEqualTo("59183");
    }

    @Test
    void anIntercommunalityOf2015LeadsToTheOneOfToday() {
        var lille = territories.epci("245900410").orElseThrow();

        assertThat(lille.territorialJury()).isTrue();
        assertThat(lille.sector()).isEqualTo("metropole-lilloise");
        assertThat(territories.epciToday("245900410").orElseThrow().siren()).isEqualTo("200093201");
        assertThat(territories.allEpci()).extracting(Epci::siren).doesNotContain("245900410");
    }

    @Test
    void theSettingsOfAnIntercommunalityCanBeChangedButNotOverSomebodyElse() {
        var before = territories.epci("246201016").orElseThrow();
        var after = territories.change(before.siren(), before.version(), "artois-bassin-minier", true, 7);

        assertThat(after.territorialJury()).isTrue();
        assertThat(after.difficulty()).isEqualTo(7);
        assertThat(territories.sectorOf(before.siren())).contains("artois-bassin-minier");
        assertThatThrownBy(() -> territories.change(before.siren(), before.version(), "littoral", false, null))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> territories.change(before.siren(), after.version(), "atlantide", false, null))
                .isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> territories.change(before.siren(), after.version(), "littoral", false, 101))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.faults())
                                .containsExactly(
                                        new Fault("difficulty", "RANGE", "La difficulté va de 0 à 100 points.")));
        territories.change(
                before.siren(), after.version(), before.sector(), before.territorialJury(), before.difficulty());
    }

    @Test
    void severalDifficultiesAreSetTogetherOrNotAtAll() {
        var one = territories.epci("200018083").orElseThrow();
        var other = territories.epci("200035442").orElseThrow();
        var points = one.difficulty() == null ? 1 : one.difficulty() + 1;
        var set = new Territories.NewDifficulty(one.siren(), one.version(), points, "difficulty-0");
        var same = new Territories.NewDifficulty(other.siren(), other.version(), other.difficulty(), "difficulty-1");
        var wrong = new Territories.NewDifficulty(other.siren(), other.version(), 1000, "difficulty-1");
        var stale = new Territories.NewDifficulty(other.siren(), other.version() + 9, points, "difficulty-1");

        assertThatThrownBy(() -> territories.changeDifficulties(List.of(set, wrong)))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.faults())
                                .extracting(Fault::field)
                                .containsExactly("difficulty-1"));
        assertThatThrownBy(() -> territories.changeDifficulties(List.of(set, stale)))
                .isInstanceOf(Conflict.class);
        assertThat(territories.epci(one.siren()).orElseThrow()).isEqualTo(one);

        assertThat(territories.changeDifficulties(List.of(set, same))).isEqualTo(1);
        assertThat(territories.epci(one.siren()).orElseThrow().difficulty()).isEqualTo(points);
        assertThat(territories.epci(other.siren()).orElseThrow()).isEqualTo(other);
        territories.changeDifficulties(List.of(
                new Territories.NewDifficulty(one.siren(), one.version() + 1, one.difficulty(), "difficulty-0")));
    }

    @Test
    void priorityDependsOnTheDay() {
        neighbourhoods.read("""
                code,name,type,commune,valid_from,valid_to
                QP062901,Cité de l’Essai,QPV2015,62001,2015-01-01,2023-12-31
                QN062901,Cité de l’Essai,QPV2024,62001,01/01/2024,
                """);

        assertThat(territories.isPriority("62001", "qp062901", LocalDate.of(2014, 12, 31)))
                .isFalse();
        assertThat(territories.isPriority("62001", "qp062901", LocalDate.of(2015, 1, 1)))
                .isTrue();
        assertThat(territories.isPriority("62001", "QP062901", LocalDate.of(2023, 12, 31)))
                .isTrue();
        assertThat(territories.isPriority("62001", "QP062901", LocalDate.of(2024, 1, 1)))
                .isFalse();
        assertThat(territories.isPriority("62001", "cite de l essai", LocalDate.of(2026, 1, 1)))
                .isTrue();
        assertThat(territories.isPriority("62002", "cite de l essai", LocalDate.of(2026, 1, 1)))
                .isFalse();
        assertThat(territories.priorityNeighbourhoods("62001", LocalDate.of(2020, 6, 1)))
                .extracting(PriorityNeighbourhood::code)
                .containsExactly("QP062901");
    }

    @Test
    void aFileWithAWrongLineChangesNothingAndEveryFaultIsNamed() {
        var csv = """
                code;name;type;commune;valid_from;valid_to
                QP062902;Bon;QPV2015;62003;2015-01-01;
                QP062903;;QPV2015;99999;2015-02-30;
                QP062904;À l’envers;QPV2015;62003;2015-01-01;2014-12-31
                """;

        assertThatThrownBy(() -> neighbourhoods.read(csv))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.faults())
                                .extracting(Fault::field)
                                .containsExactly(
                                        "ligne 3.commune", "ligne 3.valid_from", "ligne 3.name", "ligne 4.valid_to"));
        assertThat(territories.isPriority("62003", "QP062902", LocalDate.of(2015, 6, 1)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "code,name\nA,B\n", "\"code,name", "{\"json\": true}"})
    void whatIsNoSuchFileIsRefused(String csv) {
        assertThatThrownBy(() -> neighbourhoods.read(csv)).isInstanceOf(Rejected.class);
    }

    @Test
    void aFileReadTwiceReplacesWhatItSaidBefore() {
        var csv = "\ufeffcode,name,type,commune,valid_from,valid_to\nQP1,Un,QPV2015,62004,2015-01-01,\n";

        assertThat(neighbourhoods.read(csv)).isEqualTo(1);
        assertThat(neighbourhoods.read(csv.replace("Un,", "Deux,"))).isEqualTo(1);
        assertThat(territories.priorityNeighbourhoods("62004", LocalDate.of(2020, 1, 1)))
                .extracting(PriorityNeighbourhood::name)
                .isEqualTo(List.of("Deux"));
    }
}
