package fr.ruche.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that is started for one command does it, serves nobody and ends; the first one finds no database yet. */
class CommandTests {

    @TempDir
    static Path home;

    @Test
    void theEnvelopesAgree() {
        var program = Program.startInVain(home, Map.of("RUCHE_COMMAND", "verify-envelopes"));

        assertThat(program.exitCode()).as(String.join("\n", program.output())).isZero();
        assertThat(program.output()).last().isEqualTo("Les enveloppes disent la même chose que les dossiers.");
    }

    @Test
    void theReadModelAgrees() {
        var program = Program.startInVain(home, Map.of("RUCHE_COMMAND", "verify-read-model"));

        assertThat(program.exitCode()).as(String.join("\n", program.output())).isZero();
        assertThat(program.output()).last().isEqualTo("Les listes disent la même chose que le moteur et les dossiers.");
        assertThat(program.output()).noneMatch(line -> line.contains("Ruche est prête"));
    }
}
