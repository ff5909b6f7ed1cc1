package fr.ruche.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EurosTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1 234,56;1234.56",
                "1234.5;1234.50",
                "1 234 €;1234.00",
                "0;0.00",
                "' 12,00€ ';12.00",
                "-0,01;-0.01"
            })
    void anAmountIsReadAsTyped(String typed, BigDecimal amount) {
        assertThat(Euros.parse(typed)).contains(amount);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.00", "3950.61", "1234567.89", "-12.00"})
    void anAmountCopiedFromOurPagesIsReadBack(BigDecimal amount) {
        assertThat(Euros.parse(Euros.format(amount))).contains(amount);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "€", "1e9", "NaN", "1,234", "1 23", "12€34", "1,2,3", "--1", "0x10", "١٢"})
    void anythingElseIsNoAmount(String typed) {
        assertThat(Euros.parse(typed)).isEmpty();
    }
}
