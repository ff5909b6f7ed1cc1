package fr.ruche.dossier;

import fr.ruche.common.Sentences;
import fr.ruche.dossier.ReadModel.Difference;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Does what the operator asked with {@code --ruche.command} instead of serving anybody, and ends the program: 0 when
 * all is well, 1 when the read model differs, 2 when there is no such command.
 */
@Component
@ConditionalOnProperty("ruche.command")
class ReadModelCommand {

    private final ReadModel model;
    private final String command;

    ReadModelCommand(ReadModel model, @Value("${ruche.command}") String command) {
        this.model = model;
        this.command = command;
    }

    /** Before anything else that a started program does by itself. */
    @EventListener
    void started(ApplicationStartedEvent event) {
        var code = run();
        System.exit(SpringApplication.exit(event.getApplicationContext(), () -> code));
    }

    int run() {
        return switch (command) {
            case "verify-read-model" -> verify();
            case "rebuild-read-model" -> {
                System.out.println(Sentences.of("readModel.rebuilt", model.rebuild()));
                yield verify();
            }
            default -> {
                System.err.println(Sentences.of("readModel.unknown", command));
                yield 2;
            }
        };
    }

    private int verify() {
        var differences = model.verify();
        differences.forEach(difference -> System.out.println(line(difference)));
        System.out.println(
                differences.isEmpty()
                        ? Sentences.of("readModel.agrees")
                        : Sentences.of("readModel.differs", differences.size()));
        return differences.isEmpty() ? 0 : 1;
    }

    static String line(Difference difference) {
        var about = difference.task() == null
                ? difference.dossier()
                : Sentences.of("readModel.task", difference.dossier(), difference.task());
        return switch (difference.field()) {
            case "missing" -> Sentences.of("readModel.missing", about, text(difference.expected()));
            case "ended" -> Sentences.of("readModel.ended", about, text(difference.kept()));
            default ->
                Sentences.of(
                        "readModel.field",
                        about,
                        Sentences.of("readModel.field." + difference.field()),
                        text(difference.kept()),
                        text(difference.expected()));
        };
    }

    private static String text(@Nullable String value) {
        return value == null ? Sentences.of("readModel.nothing") : value;
    }
}
