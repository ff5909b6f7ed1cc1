package fr.ruche.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class DatabaseChoiceTests {

    @Test
    void withoutAUrlTheDatabaseIsEmbeddedAndTheDemonstrationOn() {
        assertThat(choose(Map.of())).isEqualTo(new Choice(true, true));
        assertThat(choose(Map.of("SPRING_DATASOURCE_URL", ""))).isEqualTo(new Choice(true, true));
    }

    @Test
    void withAUrlInTheEnvironmentBothAreOff() {
        assertThat(choose(Map.of("SPRING_DATASOURCE_URL", "jdbc:postgresql://db/ruche")))
                .isEqualTo(new Choice(false, false));
    }

    @Test
    void theDemonstrationComesWithAnExternalDatabaseOnlyWhenAskedFor() {
        assertThat(choose(Map.of(
                        "SPRING_DATASOURCE_URL", "jdbc:postgresql://db/ruche", "RUCHE_DEMONSTRATION_ENABLED", "true")))
                .isEqualTo(new Choice(false, true));
        assertThat(choose(Map.of("RUCHE_DEMONSTRATION_ENABLED", "false"))).isEqualTo(new Choice(true, false));
    }

    private static Choice choose(Map<String, Object> variables) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        environment.getPropertySources().addLast(new MapPropertySource("nothing", Map.of()));
        new DatabaseChoice().postProcessEnvironment(environment, new SpringApplication());
        return new Choice(
                environment.getRequiredProperty("ruche.database.embedded", Boolean.class),
                environment.getRequiredProperty("ruche.demonstration.enabled", Boolean.class));
    }

    private record Choice(boolean embedded, boolean demonstration) {}
}
