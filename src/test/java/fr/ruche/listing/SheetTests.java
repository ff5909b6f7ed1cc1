package fr.ruche.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                " =1",
                "\u00a0=1",
                "\u200b=1",
                "\"=1",
                "'=1",
                "＝1",
                "－1",
                "＋1",
                "＠1",
                "−1"
            })
    void aTextThatWouldBeComputedIsDefused(String text) {
        assertThat(Formulas.defused(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Atelier", "1-2", "a=b", "", "L’Alma", "5 % de plus", "contact@exemple.invalid", "(−1)"})
    void anyOtherTextStaysAsItIs(String text) {
        assertThat(Formulas.defused(text)).isEqualTo(text);
    }

    @Test
    void aNegativeAmountIsANumberInBothFiles() throws IOException {
        var row = Arrays.<@Nullable Object>asList(new BigDecimal("-1234.50"), LocalDate.of(2026, 12, 31), null, "-x");

        assertThat(csv(row)).isEqualTo("\ufeff-1234,50;31/12/2026;;'-x\r\n");
        var xml = xlsx(List.of(row));
        assertThat(xml).contains("<v>-1234.50</v>").contains(">-x<").doesNotContain("<f>", "'-x");
    }

    @Test
    void whatNoXmlMayHoldLeavesAWorkbookThatOpens() throws Exception {
        var xml = xlsx(List.of(Arrays.<@Nullable Object>asList("a\u0001b<&>\"\ud83d\ude00\nc")));

        var parser = javax.xml.parsers.DocumentBuilderFactory.newInstance().newDocumentBuilder();
        assertThat(parser.parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                        .getDocumentElement()
                        .getTextContent())
                .contains("b<&>\"\ud83d\ude00\nc");
    }

    @Test
    void aWorkbookLeavesWhileItIsWritten() throws IOException {
        var out = new ByteArrayOutputStream();
        var sheet = new XlsxSheet(out, "Dossiers", List.of("Projet"));
        for (var row = 0; row < 20_000; row++) {
            sheet.row(Arrays.<@Nullable Object>asList("projet " + row * 31));
        }
        var sent = out.size();
        sheet.close();

        assertThat(sent).isGreaterThan(out.size() / 2);
    }

    private static String csv(List<@Nullable Object> row) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var sheet = new CsvSheet(out)) {
            sheet.row(row);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String xlsx(List<List<@Nullable Object>> rows) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var sheet = new XlsxSheet(out, "Dossiers", List.of("a"))) {
            for (var row : rows) {
                sheet.row(row);
            }
        }
        return Workbooks.sheet(out.toByteArray());
    }
}
