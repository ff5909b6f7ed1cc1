package fr.ruche;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ruche.common.Fault;
import fr.ruche.common.Rejected;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What the rules refuse, fault by fault. */
public final class Refusals {

    private Refusals() {}

    /** The faults with which the action is refused; it must be. */
    public static ListAssert<Fault> faultsOf(ThrowingCallable action) {
        var refusal = Assertions.catchThrowableOfType(Rejected.class, action);
        assertThat(refusal).as("a refusal").isNotNull();
        return assertThat(refusal.faults());
    }
}
