package fr.ruche.trial;

import fr.ruche.identity.Actor;
import fr.ruche.workshop.ProgrammeVersions;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Plays the scenarios of a version, for whoever may read it. Nothing is kept, and nothing happens. */
@Service
public class Trials {

    private final ProgrammeVersions versions;
    private final ScenarioRunner scenarios;

    Trials(ProgrammeVersions versions, ScenarioRunner scenarios) {
        this.versions = versions;
        this.scenarios = scenarios;
    }

    /**
     * What becomes of each scenario, in the order of the files.
     *
     * @throws fr.ruche.common.Forbidden for whoever may not read versions
     * @throws fr.ruche.common.Rejected when a scenario cannot be read, or the gate does not let the models through
     */
    public List<ScenarioResult> run(UUID version, Actor by) {
        return scenarios.run(versions.files(version, by));
    }
}
