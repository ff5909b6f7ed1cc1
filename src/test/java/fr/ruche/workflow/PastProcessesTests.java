package fr.ruche.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ruche.IntegrationTest;
import fr.ruche.common.NotFound;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class PastProcessesTests {

    @Autowired
    PastProcesses past;

    @Autowired
    TransactionTemplate transaction;

    /** Many dossiers are looked at in one transaction: that the version of one is gone is no reason to undo it. */
    @Test
    void aVersionThatIsGoneIsToldAndTheTransactionGoesOn() {
        transaction.executeWithoutResult(status -> {
            assertThatThrownBy(() -> past.model("dsdt-dossier", 9_999)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> past.bundle("dsdt-dossier", 9_999)).isInstanceOf(NotFound.class);
            assertThat(status.isRollbackOnly()).isFalse();
        });
    }
}
