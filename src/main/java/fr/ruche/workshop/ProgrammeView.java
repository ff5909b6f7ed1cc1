package fr.ruche.workshop;

import java.util.List;
import java.util.Optional;

/**
 * A programme and its versions.
 *
 * @param code name of its folders
 * @param name what people call it
 * @param versions the newest first, without those that were discarded
 */
public record ProgrammeView(String code, String name, List<VersionLine> versions) {

    /** The version that is in service. */
    public Optional<VersionLine> inService() {
        return versions.stream()
                .filter(version -> version.state() == VersionState.PUBLISHED)
                .findFirst();
    }

    /** What an upgrade of the program brought while the workshop had a version of its own in service, the newest. */
    public Optional<VersionLine> brought() {
        return versions.stream()
                .filter(version ->
                        version.origin() == Origin.SHIPPED && version.state().open())
                .findFirst();
    }
}
