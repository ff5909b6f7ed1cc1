package fr.ruche.trial;

import fr.ruche.identity.Actor;
import fr.ruche.review.ComparedTable;
import fr.ruche.review.Difference;
import fr.ruche.workflow.ModelComparison;
import fr.ruche.workshop.ProgrammeVersions;
import fr.ruche.workshop.VersionView;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** What changes from one version of a programme to another, for whoever may read them. */
@Service
public class Comparisons {

    private final ProgrammeVersions versions;
    private final ModelComparison models;

    Comparisons(ProgrammeVersions versions, ModelComparison models) {
        this.versions = versions;
        this.models = models;
    }

    /**
     * @param with the version that comes before
     * @throws fr.ruche.common.Forbidden for whoever may not read versions
     * @throws fr.ruche.common.NotFound when there is no such version
     */
    public Compared compare(UUID version, UUID with, Actor by) {
        var before = versions.files(with, by);
        var after = versions.files(version, by);
        return new Compared(
                versions.get(with, by),
                versions.get(version, by),
                models.differences(before, after),
                models.tables(before, after).stream()
                        .filter(ComparedTable::changed)
                        .toList());
    }

    /** @param tables those in which something changed */
    public record Compared(
            VersionView before, VersionView after, List<Difference> differences, List<ComparedTable> tables) {}
}
