package fr.ruche.startup;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ruche.common.Deed;
import fr.ruche.common.OperatorCommand;
import java.util.ArrayList;
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

    private final List<Object> told = new ArrayList<>();

    @Test
    void theCommandOfThatNameSaysTheExitCodeAndAnUnknownOneIsTwo() {
        assertThat(new CommandRunner(List.of(SEVEN), "seven", told::add).run()).isEqualTo(7);
        assertThat(new CommandRunner(List.of(SEVEN), "eight", told::add).run()).isEqualTo(2);
        assertThat(told).singleElement().isInstanceOfSatisfying(Deed.class, deed -> {
            assertThat(deed.subject()).isEqualTo("seven");
            assertThat(deed.told()).contains("seven").contains("7");
        });
    }
}
