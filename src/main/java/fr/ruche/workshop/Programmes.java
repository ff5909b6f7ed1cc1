package fr.ruche.workshop;

import fr.ruche.workflow.Publications;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The programmes that are in service, for whoever keeps something for each of them. */
@Component
public class Programmes {

    private final VersionTables tables;
    private final Publications publications;

    Programmes(VersionTables tables, Publications publications) {
        this.tables = tables;
        this.publications = publications;
    }

    /** By their names. */
    public List<Named> all() {
        return tables.served().stream()
                .map(row -> new Named(row.code(), row.name()))
                .toList();
    }

    /** Code of the one to which a process belongs; empty for a process that no programme has put into service. */
    public Optional<String> ofProcess(String process) {
        return publications.name(process).flatMap(tables::ofDeployment);
    }

    /** @param name what people call it */
    public record Named(String code, String name) {}
}
