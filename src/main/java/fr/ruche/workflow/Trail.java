package fr.ruche.workflow;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * Follows a rehearsed process. A model that is not read in a rehearsal is not listened to, so that work costs nothing
 * more.
 */
final class Trail extends AbstractBpmnParseListener {

    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
    private static final Set<String> WAITS = Set.of(
            "userTask", "receiveTask", "intermediateMessageCatch", "intermediateTimer", "intermediateTimerCatch");

    /** All that belongs to the process has been parsed by now. */
    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity definition) {
        if (Play.current().isPresent()) {
            listen(definition);
            definition.addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) Trail::ended);
        }
    }

    private static void listen(ScopeImpl scope) {
        for (var activity : scope.getActivities()) {
            if (!activity.getId().contains("#")) { // the body of a multi-instance activity
                activity.addBuiltInListener(
                        ExecutionListener.EVENTNAME_START, (ExecutionListener) execution -> came(activity));
            }
            for (var way : activity.getOutgoingTransitions()) {
                var transition = (TransitionImpl) way;
                transition.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener)
                        execution -> left(activity, transition, execution));
            }
            listen(activity);
        }
    }

    private static void came(ActivityImpl activity) {
        Play.current()
                .ifPresent(play -> play.came(
                        activity.getId(),
                        label(activity),
                        WAITS.contains(String.valueOf(activity.getProperty("type")))));
    }

    private static void left(ActivityImpl from, TransitionImpl way, DelegateExecution execution) {
        if (from.getOutgoingTransitions().size() > 1) {
            Play.current()
                    .ifPresent(play -> play.left(new Rehearsed.Choice(
                            from.getId(),
                            label(from),
                            way.getId(),
                            text(way.getProperty("name")),
                            condition(way),
                            facts(from, execution))));
        }
    }

    private static void ended(DelegateExecution execution) {
        if (!execution.isCanceled() && ((ExecutionEntity) execution).isProcessInstanceExecution()) {
            Play.current().ifPresent(Play::ended);
        }
    }

    private static Map<String, Object> facts(ActivityImpl from, DelegateExecution execution) {
        var facts = new TreeMap<String, Object>();
        from.getOutgoingTransitions()
                .forEach(way -> NAME.matcher(
                                QUOTED.matcher(condition((TransitionImpl) way)).replaceAll(""))
                        .results()
                        .map(MatchResult::group)
                        .filter(execution::hasVariable)
                        .forEach(name -> facts.put(name, execution.getVariable(name))));
        return facts;
    }

    private static String condition(TransitionImpl way) {
        return text(way.getProperty("conditionText")).strip();
    }

    private static String label(ActivityImpl activity) {
        var name = text(activity.getProperty("name"));
        return name.isBlank() ? activity.getId() : name;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
