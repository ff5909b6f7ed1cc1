package fr.ruche;

import fr.ruche.common.Euros;
import fr.ruche.funding.Envelopes;
import fr.ruche.identity.Actors;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Every test commits money of one territory: there is enough for all of them, in whatever order they run. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class TestMoney implements ApplicationRunner {

    private final Envelopes envelopes;
    private final Actors actors;

    TestMoney(Envelopes envelopes, Actors actors) {
        this.envelopes = envelopes;
        this.actors = actors;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var manager = actors.find("gestionnaire").orElseThrow();
        envelopes.of(TestDossiers.CALL).stream()
                .filter(envelope -> envelope.jury().equals(TestDossiers.TERRITORY))
                .forEach(envelope -> envelopes.changeAmount(
                        envelope.id(), null, Euros.of("2000000.00"), "Assez pour tous les essais", manager));
    }
}
