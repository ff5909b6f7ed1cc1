package fr.ruche.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ruche.IntegrationTest;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class DossierNumbersTests {

    @Autowired
    DossierNumbers numbers;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void theFirstDossiersOfACallGetDifferentNumbersEvenAtOnce() throws Exception {
        var call = "ESSAI-" + (System.nanoTime() % 100_000);
        Callable<String> next =
                () -> transaction.execute(status -> numbers.next(call).value());
        var pool = Executors.newFixedThreadPool(8);
        var given = new ArrayList<String>();
        try {
            for (var number :
                    pool.invokeAll(IntStream.range(0, 24).mapToObj(i -> next).toList())) {
                given.add(number.get());
            }
        } finally {
            pool.shutdown();
        }

        assertThat(given).doesNotHaveDuplicates().hasSize(24).contains(call + "-0001", call + "-0024");
    }

    @Test
    void aNumberOfAnotherFormIsNoDossier() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> new DossierNumber("DSDT-2015-1'; drop table dossier"))
                .isInstanceOf(fr.ruche.common.NotFound.class);
    }
}
