package fr.ruche.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that is started for one command does it, serves nobody and ends. */
class CommandTests {

    @TempDir
    Path home;

    @Test
    void theEnvelopesOfAFreshDatabaseAgree() {
        var program = Program.startInVain(home, Map.of("RUCHE_COMMAND", "verify-envelopes"));

        assertThat(program.exitCode()).as(String.join("\n", program.output())).isZero();
        assertThat(program.output()).last().isEqualTo("Les enveloppes disent la même chose que les dossiers.");
    }

    @Test
    void theReadModelOfAFreshDatabaseAgrees() {
        var program = Program.startInVain(home, Map.of("RUCHE_COMMAND", "verify-read-model"));

        assertThat(program.exitCode()).as(String.join("\n", program.output())).isZero();
        assertThat(program.output()).last().isEqualTo("Les listes disent la même chose que le moteur et les dossiers.");
        assertThat(program.output()).noneMatch(line -> line.contains("Ruche est prête"));
    }
}
