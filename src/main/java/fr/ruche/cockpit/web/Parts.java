package fr.ruche.cockpit.web;

import fr.ruche.common.Sentences;
import fr.ruche.dossier.DossierFigures.By;
import fr.ruche.dossier.StepNames;
import fr.ruche.programme.GroupNames;
import fr.ruche.programme.JuryNames;
import fr.ruche.territory.Epci;
import fr.ruche.territory.Sector;
import fr.ruche.territory.Territories;
import fr.ruche.workflow.Directory;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the parts of a list are called. */
@Component
class Parts {

    private final Territories territories;
    private final JuryNames juries;
    private final GroupNames groups;
    private final Directory directory;
    private final StepNames steps;

    Parts(Territories territories, JuryNames juries, GroupNames groups, Directory directory, StepNames steps) {
        this.steps = steps;
        this.territories = territories;
        this.juries = juries;
        this.groups = groups;
        this.directory = directory;
    }

    /** A part that the register does not know stands for itself. */
    public String name(By by, @Nullable String part) {
        if (part == null || part.isEmpty()) {
            return Sentences.of("cockpit.part.none");
        }
        return switch (by) {
            case TERRITORY -> territories.epci(part).map(Epci::name).orElse(part);
            case SECTOR ->
                territories.sectors().stream()
                        .filter(sector -> sector.code().equals(part))
                        .map(Sector::name)
                        .findFirst()
                        .orElse(part);
            case MEASURE -> part;
            case HOLDER_KIND -> Sentences.of("holderKind." + part);
            case JURY -> juries.title(part);
        };
    }

    public String group(@Nullable String group) {
        return group == null ? Sentences.of("cockpit.part.none") : groups.title(group);
    }

    /** What officers are called by their accounts, nobody being null; read once for a whole page. */
    UnaryOperator<@Nullable String> officers() {
        var names = directory.people().stream()
                .collect(Collectors.toMap(Directory.Person::id, Directory.Person::displayName));
        return account -> account == null ? Sentences.of("tasks.nobody") : names.getOrDefault(account, account);
    }

    /** As the list of dossiers calls it. */
    public String step(String step) {
        return steps.name(step);
    }
}
