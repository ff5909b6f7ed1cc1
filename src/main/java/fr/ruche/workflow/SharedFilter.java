package fr.ruche.workflow;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.task.TaskQuery;

/**
 * A list of tasks that officers find ready in Tasklist, in this order. Few: each is a query of the engine, asked again
 * every few seconds by whoever looks at it. None joins two ways of being concerned by an « or », which no index helps.
 *
 * @param groups who is offered it
 */
record SharedFilter(String name, String description, List<String> groups, UnaryOperator<TaskQuery> query) {

    private static final List<String> EVERYBODY = List.of("officers");
    private static final String[] CONFORMITY = {"userTask_checkConformity", "userTask_decideConformity"};
    private static final String[] PORTEUR = {
        "userTask_correctFiche", "userTask_completeDossier", "userTask_provideDocuments"
    };

    static final List<SharedFilter> ALL = List.of(
            new SharedFilter(
                    "Tâches de mes groupes",
                    "Tout ce qui attend mes groupes, pris en charge ou non",
                    EVERYBODY,
                    SharedFilter::ofMyGroups),
            new SharedFilter(
                    "Mes tâches",
                    "Ce que j’ai pris en charge",
                    EVERYBODY,
                    query -> query.taskAssigneeExpression("${currentUser()}")),
            new SharedFilter(
                    "À prendre en charge",
                    "Ce que personne n’a encore pris dans mes groupes",
                    EVERYBODY,
                    query -> query.taskCandidateGroupInExpression("${currentUserGroups()}")),
            new SharedFilter(
                    "En retard",
                    "L’échéance est passée",
                    EVERYBODY,
                    query -> ofMyGroups(query).dueBeforeExpression("${now()}")),
            new SharedFilter(
                    "À rendre sous 7 jours",
                    "L’échéance tombe dans les sept jours",
                    EVERYBODY,
                    query -> ofMyGroups(query)
                            .dueAfterExpression("${now()}")
                            .dueBeforeExpression("${dateTime().plusDays(7)}")),
            new SharedFilter(
                    "Avis de conformité",
                    "Les fiches dont la conformité est à vérifier",
                    List.of("conformity", "instruction"),
                    query -> ofMyGroups(query).taskDefinitionKeyIn(CONFORMITY)),
            new SharedFilter(
                    "En attente du porteur",
                    "Les dossiers que le porteur corrige ou complète : rien à faire pour l’instant",
                    List.of("conformity", "instruction", "managers"),
                    query -> query.taskDefinitionKeyIn(PORTEUR)));

    Map<String, Object> properties() {
        return Map.of("priority", ALL.indexOf(this) - ALL.size(), "description", description, "refresh", true);
    }

    private static TaskQuery ofMyGroups(TaskQuery query) {
        return query.taskCandidateGroupInExpression("${currentUserGroups()}").includeAssignedTasks();
    }
}
