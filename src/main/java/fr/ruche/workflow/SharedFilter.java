package fr.ruche.workflow;

import fr.ruche.common.Sentences;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.task.TaskQuery;

/**
 * A list of tasks that officers find ready in Tasklist, in this order. Few: each is a query of the engine, asked again
 * every few seconds by whoever looks at it. None joins two ways of being concerned by an « or », which no index helps.
 *
 * @param key ends the keys of its name and its description among the messages
 * @param groups who is offered it
 */
record SharedFilter(String key, List<String> groups, UnaryOperator<TaskQuery> query) {

    private static final List<String> EVERYBODY = List.of("officers");
    private static final String[] CONFORMITY = {"userTask_checkConformity", "userTask_decideConformity"};
    private static final String[] PORTEUR = {
        "userTask_correctFiche", "userTask_completeDossier", "userTask_provideDocuments", "userTask_acceptGrant"
    };

    static final List<SharedFilter> ALL = List.of(
            new SharedFilter("groups", EVERYBODY, SharedFilter::ofMyGroups),
            new SharedFilter("mine", EVERYBODY, query -> query.taskAssigneeExpression("${currentUser()}")),
            new SharedFilter(
                    "free", EVERYBODY, query -> query.taskCandidateGroupInExpression("${currentUserGroups()}")),
            new SharedFilter("late", EVERYBODY, query -> ofMyGroups(query).dueBeforeExpression("${now()}")),
            new SharedFilter(
                    "week",
                    EVERYBODY,
                    query -> ofMyGroups(query)
                            .dueAfterExpression("${now()}")
                            .dueBeforeExpression("${dateTime().plusDays(7)}")),
            new SharedFilter(
                    "conformity",
                    List.of("conformity", "instruction"),
                    query -> ofMyGroups(query).taskDefinitionKeyIn(CONFORMITY)),
            new SharedFilter(
                    "porteur",
                    List.of("conformity", "instruction", "managers"),
                    query -> query.taskDefinitionKeyIn(PORTEUR)));

    Map<String, Object> properties() {
        return Map.of("priority", ALL.indexOf(this) - ALL.size(), "description", description(), "refresh", true);
    }

    /** By which the engine knows it: a filter of another name is another one. */
    String name() {
        return Sentences.of("tasklist.filter." + key);
    }

    private String description() {
        return Sentences.of("tasklist.filter." + key + ".text");
    }

    private static TaskQuery ofMyGroups(TaskQuery query) {
        return query.taskCandidateGroupInExpression("${currentUserGroups()}").includeAssignedTasks();
    }
}
