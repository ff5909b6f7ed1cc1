package fr.ruche.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ruche.IntegrationTest;
import fr.ruche.common.Fault;
import fr.ruche.programme.Calls;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The half-open days of the call of 2015 ({@code domain.md} 0.2). */
@IntegrationTest
class FicheLimitTests {

    @Autowired
    Calls calls;

    private String refusal(String instant) {
        return FicheChecks.inTime(calls.at(DossierExamples.CLOSED_CALL, 1), "246200364", Instant.parse(instant))
                .stream()
                .map(Fault::rule)
                .findFirst()
                .orElse("");
    }

    @Test
    void theLastDayEndsAtMidnightInParis() {
        assertThat(refusal("2014-12-01T22:59:59.999999Z")).isEmpty();
        assertThat(refusal("2014-12-01T23:00:00Z")).isEqualTo("ELIG-01");
    }

    @Test
    void nothingIsTakenBeforeTheOpening() {
        assertThat(refusal("2014-11-02T22:59:59Z")).isEqualTo("ELIG-01");
        assertThat(refusal("2014-11-02T23:00:00Z")).isEmpty();
    }
}
