package fr.ruche.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class StartupTests {

    @Test
    void aTakenPortIsRefusedWithTheWayOut() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = other.getLocalPort();

            assertThatExceptionOfType(StartRefused.class)
                    .isThrownBy(() -> TakenPort.check(port, "127.0.0.1"))
                    .withMessageContaining("Le port " + port + " est déjà pris")
                    .satisfies(refused -> assertThat(refused.cure()).contains("SERVER_PORT="));
        }
    }

    @Test
    void anAddressOfAnotherMachineIsNotTakenForATakenPort() {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> TakenPort.check(18080, "192.0.2.1"))
                .satisfies(refused -> assertThat(refused.cure()).contains("SERVER_ADDRESS"));
    }

    @Test
    void aFreePortIsLeftFree() throws IOException {
        int port;
        try (var momentarily = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = momentarily.getLocalPort();
        }
        assertThatCode(() -> TakenPort.check(port, "127.0.0.1")).doesNotThrowAnyException();
        assertThatCode(() -> TakenPort.check(port, "127.0.0.1")).doesNotThrowAnyException();
    }

    @Test
    void anExternalDatabaseThatRefusesIsExplained() {
        assertThat(cure("08001")).contains("SPRING_DATASOURCE_URL");
        assertThat(cure("28P01")).contains("SPRING_DATASOURCE_PASSWORD");
        assertThat(cure("3D000")).contains("createdb");
    }

    @Test
    void anErrorOfTheProgramIsNotTakenForAFaultOfTheOperator() {
        var unexpected = new SQLException("syntax", "42601");

        assertThat(new DatabaseFailureAnalyzer().analyze(unexpected, unexpected))
                .isNull();
    }

    @Test
    void theBlockSaysTheAddressAndEveryNotice() {
        var block = Welcome.block("http://localhost:8080/", 9, List.of(new Notice("Comptes", List.of("porteur"))));

        assertThat(block).contains("http://localhost:8080/", "9 s", "Comptes", "   porteur\n");
    }

    private static String cure(String state) {
        var refused = new SQLException("refused", state);
        return Objects.requireNonNull(new DatabaseFailureAnalyzer().analyze(refused, refused))
                .getAction();
    }
}
