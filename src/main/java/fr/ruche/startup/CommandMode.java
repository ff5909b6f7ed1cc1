package fr.ruche.startup;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * A program that is started for one command ({@code --ruche.command}) listens to nobody, fires no timer, sends no
 * e-mail and makes no demonstration.
 */
class CommandMode implements EnvironmentPostProcessor {

    private static final Map<String, Object> QUIET = Map.of(
            "server.port", "-1",
            "camunda.bpm.job-execution.enabled", "false",
            "ruche.demonstration.enabled", "false",
            "spring.mail.host", "false",
            "ruche.absences.every", "P1D",
            "ruche.audit.heads-to", "");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.getProperty("ruche.command") != null) {
            environment.getPropertySources().addFirst(new MapPropertySource("ruche command", QUIET));
        }
    }
}
