package fr.ruche.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ruche.IntegrationTest;
import fr.ruche.TestDossiers;
import fr.ruche.dossier.DossierFigures.By;
import fr.ruche.dossier.DossierFilter;
import fr.ruche.dossier.Milestone;
import fr.ruche.dossier.Recusals;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Membership;
import fr.ruche.identity.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
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

    @Autowired
    Live live;

    @Autowired
    Recusals recusals;

    @Autowired
    Clock clock;

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
    void whatIsCountedSlowlyIsShownAsItWasUntilItIsCounted() throws Exception {
        var slow = new Counted(live, recusals, clock, Duration.ofMinutes(1), Duration.ZERO);
        var times = new AtomicInteger();
        var told = new Semaphore(0);
        Supplier<Integer> count = times::incrementAndGet;
        assertThat(slow.of(List.of("slow"), given.manager(), count).counted()).isEqualTo(1);
        Consumer<Instant> watcher = at -> told.release();
        live.watch(watcher);
        try {
            given.ficheDeposited();
            live.tell();
            told.drainPermits();
            assertThat(slow.of(List.of("slow"), given.manager(), count).counted())
                    .as("as it was")
                    .isEqualTo(1);
            assertThat(told.tryAcquire(1, TimeUnit.MINUTES))
                    .as("told once counted")
                    .isTrue();
            assertThat(slow.of(List.of("slow"), given.manager(), count).counted())
                    .isEqualTo(2);
            assertThat(times).as("nothing changed since").hasValue(2);
        } finally {
            live.leave(watcher);
            slow.stop();
        }
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
