package fr.ruche.dossier;

import static fr.ruche.dossier.DossierExamples.LENS;
import static fr.ruche.dossier.DossierExamples.OPEN_CALL;
import static fr.ruche.dossier.DossierExamples.ROUBAIX;
import static fr.ruche.dossier.DossierExamples.fiche;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ruche.ApiClient;
import fr.ruche.IntegrationTest;
import fr.ruche.common.NotFound;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Actors;
import fr.ruche.identity.Membership;
import fr.ruche.identity.Role;
import fr.ruche.programme.Route;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
class VisibilityTests {

    @LocalServerPort
    int port;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Actors actors;

    DossierNumber draft;
    DossierNumber lens;
    DossierNumber roubaix;
    DossierNumber routed;
    DossierNumber abandonedDraft;

    @BeforeEach
    void dossiersOfAllKinds() {
        var porteur = actors.find("porteur").orElseThrow();
        draft = dossiers.open(OPEN_CALL, porteur, fiche());
        lens = deposited("F1", LENS, porteur);
        roubaix = deposited("F1", ROUBAIX, actors.find("porteur2").orElseThrow());
        routed = deposited("F1", LENS, porteur);
        dossiers.noteRoute(routed, Route.JURY_REGIONAL, "regional", "ROUTE-02");
        abandonedDraft = dossiers.open(OPEN_CALL, porteur, fiche());
        dossiers.abandon(abandonedDraft, porteur, "Erreur.");
    }

    private DossierNumber deposited(String measure, String commune, Actor holder) {
        var number = dossiers.open(OPEN_CALL, holder, fiche(measure, commune));
        dossiers.depositFiche(number, holder);
        return number;
    }

    private Set<DossierNumber> seenBy(String username) {
        return seenBy(actors.find(username).orElseThrow());
    }

    /** By the list and one by one: both must agree. */
    private Set<DossierNumber> seenBy(Actor actor) {
        var mine = List.of(draft, lens, roubaix, routed, abandonedDraft);
        var one = mine.stream().filter(number -> sees(actor, number)).collect(Collectors.toSet());
        var listed = mine.stream()
                .filter(number -> !dossiers.search(words(number.value()), actor, 0, 10, DossierSort.NUMBER)
                        .items()
                        .isEmpty())
                .collect(Collectors.toSet());
        assertThat(listed).isEqualTo(one);
        assertThat(dossiers.seen(actor, Set.copyOf(mine)).keySet())
                .as("together")
                .isEqualTo(one);
        return one;
    }

    private boolean sees(Actor actor, DossierNumber number) {
        try {
            return dossiers.visibleTo(actor, number) != null;
        } catch (NotFound hidden) {
            return false;
        }
    }

    private static DossierFilter words(String words) {
        return DossierFilter.ALL.containing(words);
    }

    @Test
    void everybodySeesWhatIsTheirsAndNothingElse() {
        assertThat(seenBy("porteur")).containsExactlyInAnyOrder(draft, lens, routed, abandonedDraft);
        assertThat(seenBy("porteur2")).containsExactly(roubaix);
        assertThat(seenBy("technicien")).containsExactlyInAnyOrder(lens, routed);
        assertThat(seenBy("technicien2")).containsExactly(roubaix);
        assertThat(seenBy("instructeur")).containsExactlyInAnyOrder(lens, roubaix, routed);
        assertThat(seenBy("jure-region")).containsExactly(routed);
        assertThat(seenBy("jure-interco")).isEmpty();
        assertThat(seenBy("gestionnaire")).containsExactlyInAnyOrder(lens, roubaix, routed, abandonedDraft);
        assertThat(seenBy("modeleur")).isEmpty();
        assertThat(seenBy("admin")).isEmpty();
    }

    @Test
    void anInstructorOfOneSectorSeesThatSectorOnly() {
        var sector = dossiers.get(lens).sector();
        var instructor = new Actor("someone", "Quelqu’un", Set.of(new Membership(Role.INSTRUCTOR, sector)));

        assertThat(seenBy(instructor)).containsExactlyInAnyOrder(lens, routed);
    }

    @Test
    void thePorteurLearnsTheGrantOnlyOnceItIsDecided() {
        dossiers.noteGrant(routed, new BigDecimal("4321.50"), new BigDecimal("0.00"));

        assertThat(grantReadBy("gestionnaire")).isEqualByComparingTo("4321.50");
        assertThat(grantReadBy("porteur")).isNull();

        dossiers.become(routed, DossierStatus.ATTRIBUE, "Délibération de l’essai.");
        assertThat(grantReadBy("porteur")).isEqualByComparingTo("4321.50");
    }

    private @Nullable BigDecimal grantReadBy(String username) {
        var reader = actors.find(username).orElseThrow();
        return dossiers.search(words(routed.value()), reader, 0, 1, DossierSort.NUMBER)
                .items()
                .get(0)
                .grantedOperating();
    }

    @Test
    void aListIsFilteredAndCutIntoPages() {
        var manager = actors.find("gestionnaire").orElseThrow();
        var dossier = dossiers.get(lens);
        var waiting = DossierFilter.ALL.with(terms -> {
            terms.call = OPEN_CALL;
            terms.status = DossierStatus.EN_COURS;
            terms.step = "userTask_checkConformity";
            terms.clock = "INTERCOMMUNALITE";
            terms.measure = "F1";
            terms.territory = dossier.territory();
            terms.sector = dossier.sector();
            terms.words = "MICRO-PROJÉTS";
        });

        var all = dossiers.search(waiting, manager, 0, 200, DossierSort.NUMBER);
        var first = dossiers.search(waiting, manager, 0, 1, DossierSort.NUMBER);
        var second = dossiers.search(waiting, manager, 1, 1, DossierSort.NUMBER);

        assertThat(all.items()).extracting(DossierSummary::number).contains(lens.value(), routed.value());
        assertThat(all.items()).extracting(DossierSummary::number).doesNotContain(roubaix.value(), draft.value());
        assertThat(first.total()).isEqualTo(all.total());
        assertThat(all.moreThanTotal()).isFalse();
        assertThat(first.items()).hasSize(1);
        assertThat(second.items()).hasSize(1).doesNotContainAnyElementsOf(first.items());
    }

    @Test
    void everySortAndBoundIsAccepted() {
        var api = ApiClient.as("gestionnaire", port);

        assertThat(Arrays.stream(DossierSort.values()))
                .allSatisfy(sort -> assertThat(
                                api.get("/dossiers?size=2&sort=" + sort).status())
                        .isEqualTo(200));
        assertThat(Stream.of("size=0", "size=201", "page=-1", "page=x", "sort=number;drop", "status=X", "late=oui"))
                .allSatisfy(wrong ->
                        assertThat(api.get("/dossiers?" + wrong).status()).isEqualTo(400));
        assertThat(api.get("/dossiers?page=50&size=200").status()).isEqualTo(200);
        assertThat(api.get("/dossiers?page=51&size=200").faults()).containsExactly("page:RANGE");
        assertThat(api.get("/dossiers?page=2147483647&size=200").text()).contains("suivez « next »");
        assertThat(api.get("/dossiers?q=%25_%27--").status()).isEqualTo(200);
        assertThat(api.get("/dossiers?late=true").status()).isEqualTo(200);
        assertThat(api.get("/dossiers/pas-un-numero").status()).isEqualTo(404);
    }
}
