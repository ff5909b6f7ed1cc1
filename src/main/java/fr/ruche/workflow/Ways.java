package fr.ruche.workflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Notes every element that a process passes by without waiting, in memory, until the transaction ends or a step is
 * reached: what is passed on the way to a step is told with the step, what leads to none is told before the commit.
 */
class Ways extends AbstractBpmnParseListener {

    private static final String STEP = "ruche-step";
    private static final String PART_OF_ANOTHER = "#"; // the body of a multi-instance activity

    private final ApplicationEventPublisher events;

    Ways(ApplicationEventPublisher events) {
        this.events = events;
    }

    /** It waits, and is told of by itself. */
    static void isStep(ActivityImpl activity) {
        activity.setProperty(STEP, true);
    }

    /** All that belongs to the process has been parsed by now. */
    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity definition) {
        listen(definition);
        definition.addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) this::ended);
    }

    private void listen(ScopeImpl scope) {
        for (var activity : scope.getActivities()) {
            if (activity.getProperty(STEP) == null && !activity.getId().contains(PART_OF_ANOTHER)) {
                activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) this::passed);
            }
            listen(activity);
        }
    }

    private void passed(DelegateExecution execution) {
        open().way(execution).elements.add(execution.getCurrentActivityId());
    }

    /** A process that is deleted has come out nowhere. */
    private void ended(DelegateExecution execution) {
        if (!execution.isCanceled()) {
            var way = open().way(execution);
            if (!way.elements.isEmpty()) {
                way.end = way.elements.get(way.elements.size() - 1);
            }
        }
    }

    /** The elements passed since the last step, which are told now. */
    List<String> taken(DelegateExecution execution) {
        var way = open().ways.remove(execution.getProcessInstanceId());
        return way == null ? List.of() : List.copyOf(way.elements);
    }

    private Open open() {
        for (var one : TransactionSynchronizationManager.getSynchronizations()) {
            if (one instanceof Open here && here.of == this) {
                return here;
            }
        }
        var begun = new Open(this);
        TransactionSynchronizationManager.registerSynchronization(begun);
        return begun;
    }

    /** What a transaction has passed and not told yet, by process instance. */
    private static final class Open implements TransactionSynchronization {

        private final Ways of;
        private final Map<String, Way> ways = new LinkedHashMap<>();

        private Open(Ways of) {
            this.of = of;
        }

        private Way way(DelegateExecution execution) {
            return ways.computeIfAbsent(execution.getProcessInstanceId(), first -> new Way(execution));
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            var left = List.copyOf(ways.values());
            ways.clear();
            left.stream().filter(way -> !way.elements.isEmpty()).map(Way::told).forEach(of.events::publishEvent);
        }
    }

    private static final class Way {

        private final String process;
        private final int version;

        @Nullable private final String businessKey;

        private final List<String> elements = new ArrayList<>();

        @Nullable private String end;

        private Way(DelegateExecution execution) {
            process = StepPublisher.process(execution);
            version = StepPublisher.version(execution);
            businessKey = execution.getProcessBusinessKey();
        }

        private WayPassed told() {
            return new WayPassed(process, version, businessKey == null ? "" : businessKey, List.copyOf(elements), end);
        }
    }
}
