package fr.ruche;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageConfigurator;
import org.camunda.community.process_test_coverage.spring_test.common.ProcessEngineCoverageProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Measures in the shared engine what {@link ProcessTests} walks through, and asks for every element and every flow. */
@Configuration
class ProcessCoverage {

    @Bean
    ProcessEnginePlugin coverage() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                ProcessCoverageConfigurator.initializeProcessCoverageExtensions(engine);
            }
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
