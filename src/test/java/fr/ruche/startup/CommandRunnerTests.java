package fr.ruche.startup;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ruche.common.OperatorCommand;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandRunnerTests {

    private static final OperatorCommand SEVEN = new OperatorCommand() {
        @Override
        public List<String> names() {
            return List.of("seven");
        }

        @Override
        public int run(String name) {
            return 7;
        }
    };

    @Test
    void theCommandOfThatNameSaysTheExitCodeAndAnUnknownOneIsTwo() {
        assertThat(new CommandRunner(List.of(SEVEN), "seven").run()).isEqualTo(7);
        assertThat(new CommandRunner(List.of(SEVEN), "eight").run()).isEqualTo(2);
    }
}
