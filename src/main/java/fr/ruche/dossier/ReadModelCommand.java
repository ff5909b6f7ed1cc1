package fr.ruche.dossier;

import fr.ruche.common.OperatorCommand;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.ReadModel.Difference;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares the read model with the engine and the dossiers, and writes it again. */
@Component
class ReadModelCommand implements OperatorCommand {

    private static final String REBUILD = "rebuild-read-model";

    private final ReadModel model;

    ReadModelCommand(ReadModel model) {
        this.model = model;
    }

    @Override
    public List<String> names() {
        return List.of("verify-read-model", REBUILD);
    }

    @Override
    public int run(String name) {
        if (name.equals(REBUILD)) {
            System.out.println(Sentences.of("readModel.rebuilt", model.rebuild()));
        }
        return verify();
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
