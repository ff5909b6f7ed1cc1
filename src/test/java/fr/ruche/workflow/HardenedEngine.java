package fr.ruche.workflow;

import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;

/** The engine with our hardening and without the gate: what a model that got past it would find. */
final class HardenedEngine {

    static final String NAME = "hardened";

    private HardenedEngine() {}

    static ProcessEngine start(DataSource database, EngineHardening hardening) {
        var engine = DefaultEngine.configuration(database, NAME);
        hardening.preInit(engine);
        engine.setCustomPreDeployers(List.of());
        engine.setAuthorizationEnabled(false);
        return engine.buildProcessEngine();
    }
}
