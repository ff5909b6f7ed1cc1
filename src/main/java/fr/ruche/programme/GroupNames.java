package fr.ruche.programme;

import fr.ruche.common.Sentences;
import fr.ruche.territory.Epci;
import fr.ruche.territory.Sector;
import fr.ruche.territory.Territories;
import java.util.List;
import org.springframework.stereotype.Component;

/** What officers call the groups to which tasks are offered. */
@Component
public class GroupNames {

    private static final List<String> KINDS = List.of("conformity", "instruction", "jury", "consulted");

    private final Territories territories;

    GroupNames(Territories territories) {
        this.territories = territories;
    }

    /** « Conformité, CA de Lens-Liévin » for {@code conformity-246200364}; an unknown group stands for itself. */
    public String title(String group) {
        for (var kind : KINDS) {
            if (group.startsWith(kind + "-")) {
                return Sentences.of("group." + kind, scope(group.substring(kind.length() + 1)));
            }
        }
        return Sentences.find("group." + group).orElse(group);
    }

    private String scope(String scope) {
        return territories
                .epci(scope)
                .map(Epci::name)
                .or(() -> territories.sectors().stream()
                        .filter(sector -> sector.code().equals(scope))
                        .map(Sector::name)
                        .findFirst())
                .or(() -> Sentences.find("group.scope." + scope))
                .orElse(scope);
    }
}
