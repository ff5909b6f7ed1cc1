package fr.ruche.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ruche.IntegrationTest;
import fr.ruche.TestDossiers;
import fr.ruche.dossier.DossierFigures.By;
import fr.ruche.dossier.DossierFilter;
import fr.ruche.dossier.Milestone;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Membership;
import fr.ruche.identity.Role;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A page that is looked at again counts again what has changed, and nothing else. */
@IntegrationTest
class CountedTests {

    private static final DossierFilter OF_CALL = DossierFilter.ALL.ofCall(TestDossiers.CALL);

    @Autowired
    Cockpit cockpit;

    @Autowired
    Counted counted;

    @Autowired
    TestDossiers given;

    @Test
    void whatHasNotChangedIsCountedOnceForAllManagers() {
        var times = new AtomicInteger();
        var other = new Actor("autre", "Alix Exemple", Set.of(new Membership(Role.MANAGER, null)));
        var first = counted.of(List.of("tried"), other, times::incrementAndGet);

        assertThat(counted.of(List.of("tried"), other, times::incrementAndGet)).isSameAs(first);
        assertThat(counted.of(List.of("tried", "otherwise"), other, times::incrementAndGet))
                .isNotEqualTo(first);

        given.ficheDeposited();

        assertThat(counted.of(List.of("tried"), other, times::incrementAndGet).counted())
                .as("after a change")
                .isEqualTo(3);
    }

    @Test
    void whoIsKeptFromSomethingIsNotShownWhatOthersSee() {
        var number = given.ficheDeposited();
        var holder = new Actor(
                "porteur",
                "Sacha Exemple",
                Set.of(new Membership(Role.MANAGER, null), new Membership(Role.HOLDER, null)));
        var times = new AtomicInteger();
        counted.of(List.of("own", number), given.manager(), times::incrementAndGet);

        assertThat(counted.of(List.of("own", number), holder, times::incrementAndGet)
                        .counted())
                .as("a manager with drafts of their own")
                .isEqualTo(2);
    }

    @Test
    void figuresTellWhenTheyWereCounted() {
        var before = cockpit.funnel(OF_CALL, By.JURY, given.manager());

        given.ficheDeposited();

        var after = cockpit.funnel(OF_CALL, By.JURY, given.manager());
        assertThat(after.at()).isAfter(before.at());
        assertThat(after.whole().at(Milestone.FICHE).dossiers())
                .isGreaterThan(before.whole().at(Milestone.FICHE).dossiers());
    }
}
