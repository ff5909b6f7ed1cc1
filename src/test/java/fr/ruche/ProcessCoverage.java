package fr.ruche;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.community.process_test_coverage.core.model.DefaultCollector;
import org.camunda.community.process_test_coverage.core.model.Run;
import org.camunda.community.process_test_coverage.core.model.Suite;
import org.camunda.community.process_test_coverage.engine.platform7.ElementCoverageParseListener;
import org.camunda.community.process_test_coverage.engine.platform7.ExecutionContextModelProvider;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageConfigurator;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessEngineAdapter;
import org.camunda.community.process_test_coverage.spring_test.common.ProcessEngineCoverageProperties;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Measures in the shared engine what {@link ProcessTests} walks through, and asks for every element and every flow. */
@Configuration
@Profile("!bench")
class ProcessCoverage {

    @Bean
    ProcessEnginePlugin coverage() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                ProcessCoverageConfigurator.initializeProcessCoverageExtensions(engine);
                // While the program starts, what runs is not measured.
                engine.getCustomPostBPMNParseListeners().stream()
                        .filter(ElementCoverageParseListener.class::isInstance)
                        .map(ElementCoverageParseListener.class::cast)
                        .forEach(listener -> listener.setCoverageState(event -> {}));
            }
        };
    }

    /**
     * Outside {@link ProcessTests} what is measured goes into a run that nobody reads: without one the engine fails.
     */
    @Bean
    SmartInitializingSingleton unreadRun(ProcessEngine engine) {
        return () -> {
            var collector = new DefaultCollector(new ExecutionContextModelProvider());
            collector.createSuite(new Suite("unread", "unread"));
            collector.activateSuite("unread");
            collector.createRun(new Run("unread", "unread"), "unread");
            collector.activateRun("unread");
            new ProcessEngineAdapter(engine, collector).initializeListeners();
        };
    }

    @Bean
    ProcessEngineCoverageProperties coverageProperties() {
        return ProcessEngineCoverageProperties.builder()
                .addInclusionPatternForTestClasses(ProcessTests.class.getName())
                .assertClassCoverageAtLeast(1.0)
                .build();
    }
}
