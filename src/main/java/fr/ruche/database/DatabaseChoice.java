package fr.ruche.database;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Settings that follow from where the data lives: {@code ruche.database.embedded} is true when no
 * {@code spring.datasource.url} is set (in a file, as an argument or in the environment), and
 * {@code ruche.demonstration.enabled} is the same unless somebody says otherwise.
 */
class DatabaseChoice implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var embedded = !StringUtils.hasText(environment.getProperty("spring.datasource.url"));
        var defaults =
                Map.<String, Object>of("ruche.database.embedded", embedded, "ruche.demonstration.enabled", embedded);
        environment.getPropertySources().addLast(new MapPropertySource("ruche defaults", defaults));
    }
}
