package fr.ruche.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** The samples of {@code domain.md} 2.5, and those that must not pass. */
class IdentifiersTests {

    @ParameterizedTest
    @ValueSource(strings = {"732829320", "732 829 320", "732.829.320", "732\u00a0829\u00a0320", "356000000"})
    void aSirenIsReadAsPeopleTypeIt(String typed) {
        assertThat(Siren.parse(typed)).isPresent();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"732829321", "73282932", "7328293200", "73282932O", "٧٣٢٨٢٩٣٢٠", "abc"})
    void whatIsNoSirenIsRefusedInFrench(String typed) {
        assertThat(Siren.fault("holder.siren", typed)).hasValueSatisfying(fault -> {
            assertThat(fault.field()).isEqualTo("holder.siren");
            assertThat(fault.message()).contains("SIREN");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"73282932000074", "732 829 320 00074", "99900001100018", "35600000000048", "35600000009075"})
    void aSiretHasALuhnKeyOrBelongsToLaPoste(String typed) {
        assertThat(Siret.parse(typed)).isPresent();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"73282932000075", "7328293200007", "35600000009076", "73282932109075", "00000000000001"})
    void whatIsNoSiretIsRefusedInFrench(String typed) {
        assertThat(Siret.fault("siret", typed))
                .hasValueSatisfying(fault -> assertThat(fault.message()).contains("SIRET"));
    }

    @Test
    void aSiretKnowsItsLegalUnit() {
        var siret = new Siret("73282932000074");

        assertThat(siret.siren()).isEqualTo(new Siren("732829320"));
        assertThat(siret.format()).isEqualTo("732\u00a0829\u00a0320\u00a000074");
    }

    @ParameterizedTest
    @ValueSource(strings = {"W595999001", "w595999001", "W 595 999 001", "W9R1234567", "W2B0001234"})
    void anRnaIsAWAndNineCharacters(String typed) {
        assertThat(Rna.parse(typed)).isPresent();
    }

    @Test
    void anRnaOfCorsicaCannotBePublished() {
        assertThat(new Rna("W2B0001234").publishable()).isFalse();
        assertThat(new Rna("W595999001").publishable()).isTrue();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"595999001", "W59599900", "W5959990011", "X595999001", "W59599900A"})
    void whatIsNoRnaIsRefusedInFrench(String typed) {
        assertThat(Rna.fault("rna", typed))
                .hasValueSatisfying(fault -> assertThat(fault.message()).contains("RNA"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FR7699999000010000000100122",
                "FR76 9999 9000 0100 0000 0100 122",
                "fr7630006000011234567890189",
                "FR1420041010050500013M02606",
                "BE68539007547034"
            })
    void anIbanHasItsKeyAndAFrenchOneTheKeyOfItsRib(String typed) {
        assertThat(Iban.parse(typed)).isPresent();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "FR7630006000011234567890188",
                "FR763000600001123456789018",
                "FR7699999000010000000100123",
                "ZZ6853900754703",
                "30006000011234567890189",
                "FR76 <script>"
            })
    void whatIsNoIbanIsRefusedWithoutRepeatingIt(String typed) {
        assertThat(Iban.fault("iban", typed))
                .hasValueSatisfying(
                        fault -> assertThat(fault.message()).contains("IBAN").doesNotContain("30006"));
    }

    @Test
    void anIbanWhoseIsoKeyIsRightButWhoseRibKeyIsWrongIsRefused() {
        // Key of the RIB 90 instead of 89, ISO key computed for it.
        var rib = "30006000011234567890190";
        var iban = "FR" + isoKey(rib, "FR") + rib;

        assertThat(Iban.fault("iban", iban)).isPresent();
    }

    @Test
    void anIbanIsNeverPrintedWhole() {
        assertThat(new Iban("FR7630006000011234567890189")).hasToString("FR76 •••• 0189");
    }

    @Test
    void aWrongIdentifierCannotBeConstructed() {
        assertThatThrownBy(() -> new Siret("1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Siren("1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rna("1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Iban("1")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String isoKey(String account, String country) {
        var number = new StringBuilder(account);
        country.chars().forEach(c -> number.append(c - 'A' + 10));
        var remainder = new java.math.BigInteger(number + "00").mod(java.math.BigInteger.valueOf(97));
        return "%02d".formatted(98 - remainder.intValue());
    }
}
