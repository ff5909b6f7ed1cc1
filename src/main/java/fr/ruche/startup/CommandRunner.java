package fr.ruche.startup;

import fr.ruche.common.Deed;
import fr.ruche.common.Deed.Domain;
import fr.ruche.common.OperatorCommand;
import fr.ruche.common.Sentences;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Does what the operator asked with {@code --ruche.command} instead of serving anybody, and ends the program; 2 when
 * there is no such command.
 */
@Component
@ConditionalOnProperty("ruche.command")
class CommandRunner {

    private final List<OperatorCommand> commands;
    private final String name;
    private final ApplicationEventPublisher events;

    CommandRunner(
            List<OperatorCommand> commands, @Value("${ruche.command}") String name, ApplicationEventPublisher events) {
        this.commands = commands;
        this.name = name;
        this.events = events;
    }

    /** Before anything else that a started program does by itself. */
    @EventListener
    void started(ApplicationStartedEvent event) {
        var code = run();
        System.exit(SpringApplication.exit(event.getApplicationContext(), () -> code));
    }

    int run() {
        return commands.stream()
                .filter(command -> command.names().contains(name))
                .findFirst()
                .map(this::run)
                .orElseGet(this::unknown);
    }

    /** Whoever has a shell on the machine has no account here: the journal names the account of the system. */
    private int run(OperatorCommand command) {
        var code = command.run(name);
        events.publishEvent(new Deed(
                Domain.OPERATION,
                name,
                "COMMAND_RUN",
                Sentences.of("deed.command", name, System.getProperty("user.name", ""), code)));
        return code;
    }

    private int unknown() {
        var known = commands.stream()
                .flatMap(command -> command.names().stream())
                .sorted()
                .collect(Collectors.joining(", "));
        System.err.println(Sentences.of("command.unknown", name, known));
        return 2;
    }
}
