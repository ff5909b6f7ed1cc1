package fr.ruche.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.ruche.IntegrationTest;
import fr.ruche.TestDossiers;
import fr.ruche.common.Fault;
import fr.ruche.programme.Call;
import fr.ruche.programme.CallVariants;
import fr.ruche.programme.Calls;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A measure that gives no money asks for none of what belongs to it, and takes none of it. */
@IntegrationTest
class NoMoneyTests {

    @Autowired
    FullChecks checks;

    @Autowired
    Calls calls;

    @Autowired
    TestDossiers given;

    @Test
    void aFullDossierNeedsNoBudgetAndNoAccount() {
        assertThat(checks.draft(without(given.full()), false)).isEmpty();
        assertThat(checks.deposit(without(given.full()), given.fiche("F1", false), withoutMoney()))
                .isEmpty();
    }

    @Test
    void aBudgetAndAnAccountAreRefused() {
        assertThat(checks.draft(given.full(), false))
                .extracting(Fault::field, Fault::rule)
                .containsExactly(tuple("budget", "MONEY"), tuple("iban", "MONEY"));
    }

    @Test
    void anotherMeasureOfTheSameCallStillAsksForThem() {
        assertThat(checks.deposit(without(given.full()), given.fiche("F2", false), withoutMoney()))
                .extracting(Fault::field)
                .containsExactly("iban", "budget");
    }

    private Call withoutMoney() {
        var call = calls.current(TestDossiers.CALL);
        var parameters = CallVariants.with(call.parameters(), tree -> {
            var measure = (ObjectNode) tree.path("measures").path(0);
            measure.put("money", false)
                    .put("floor", 0)
                    .put("investmentAllowed", false)
                    .putNull("localCofinancingRate");
        });
        return new Call(call.code(), call.version(), parameters);
    }

    private static FullDossier without(FullDossier full) {
        return TestDossiers.budgeted(full.withoutAccount(), List.of());
    }
}
