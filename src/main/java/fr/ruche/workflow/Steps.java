package fr.ruche.workflow;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Puts the steps into the engine: who waits is published, and every answer goes through its form and its step. */
@Component
class Steps extends AbstractProcessEnginePlugin {

    private final ApplicationEventPublisher events;
    private final UserSteps steps;
    private final Substitution substitution;
    private final SafeForms forms;

    Steps(ApplicationEventPublisher events, UserSteps steps, Substitution substitution, SafeForms forms) {
        this.events = events;
        this.steps = steps;
        this.substitution = substitution;
        this.forms = forms;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setFormService(new FormDoor(steps, substitution, forms));
        engine.setTaskService(new TaskDoor(steps, substitution));
        ApplicationEventPublisher heard = this::publish;
        var ways = new Ways(heard);
        var listeners = engine.getCustomPostBPMNParseListeners();
        listeners = with(listeners, (BpmnParseListener) new StepPublisher(heard, ways));
        engine.setCustomPostBPMNParseListeners(with(with(listeners, ways), new Trail()));
        engine.setCustomPreCommandInterceptorsTxRequired(
                with(engine.getCustomPreCommandInterceptorsTxRequired(), (CommandInterceptor) new DomainFaults()));
        spare(engine);
        // a reminder timer asks for the next reminder day each time it has fired
        engine.setReevaluateTimeCycleWhenDue(true);
    }

    /** Nobody hears of a rehearsal. */
    private void publish(Object event) {
        if (Play.current().isEmpty()) {
            events.publishEvent(event);
        }
    }

    /** What nobody reads is not written. */
    private static void spare(ProcessEngineConfigurationImpl engine) {
        engine.setMetricsEnabled(false);
        engine.setTaskMetricsEnabled(false);
        // history is cleaned by the end of its process: no need to write that date into every row of it at the end
        engine.setHistoryRemovalTimeStrategy(ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_NONE);
        engine.setHistoryCleanupStrategy(ProcessEngineConfiguration.HISTORY_CLEANUP_STRATEGY_END_TIME_BASED);
    }

    private static <T> List<T> with(List<T> present, T added) {
        var all = new ArrayList<T>(present == null ? List.of() : present);
        all.add(added);
        return all;
    }
}
