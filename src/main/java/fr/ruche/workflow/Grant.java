package fr.ruche.workflow;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;

/**
 * What a group of officers may do in the engine, beyond the tasks it is a candidate for: those the engine grants by
 * itself, task by task, when it offers them. Never {@code CREATE} of a batch or of a filter: both let their author past
 * the other checks.
 */
record Grant(String group, Resource resource, String resourceId, List<Permission> permissions) {

    private static final String OFFICERS = "officers";
    private static final String MANAGERS = "managers";
    private static final String MODELLERS = "modellers";
    private static final String ADMINISTRATORS = "camunda-admin";

    /**
     * The models and Tasklist for everybody; to see what runs for managers; to bring models to the gate for modellers;
     * everything for administrators.
     */
    static List<Grant> standing() {
        return Stream.concat(forWork(), forAdministrators()).toList();
    }

    static Grant ofFilter(String group, String filter) {
        return of(group, Resources.FILTER, filter, Permissions.READ);
    }

    private static Stream<Grant> forWork() {
        return Stream.of(
                of(OFFICERS, Resources.APPLICATION, "tasklist", Permissions.ACCESS),
                of(OFFICERS, Resources.PROCESS_DEFINITION, Authorization.ANY, ProcessDefinitionPermissions.READ),
                of(OFFICERS, Resources.DECISION_DEFINITION, Authorization.ANY, Permissions.READ),
                // what they deploy comes to the gate, which says what is wrong with it
                of(MODELLERS, Resources.DEPLOYMENT, Authorization.ANY, Permissions.CREATE, Permissions.READ),
                of(MANAGERS, Resources.APPLICATION, "cockpit", Permissions.ACCESS),
                of(MANAGERS, Resources.DEPLOYMENT, Authorization.ANY, Permissions.READ),
                of(MANAGERS, Resources.DECISION_REQUIREMENTS_DEFINITION, Authorization.ANY, Permissions.READ),
                of(
                        MANAGERS,
                        Resources.DECISION_DEFINITION,
                        Authorization.ANY,
                        Permissions.READ,
                        Permissions.READ_HISTORY),
                of(
                        MANAGERS,
                        Resources.PROCESS_DEFINITION,
                        Authorization.ANY,
                        ProcessDefinitionPermissions.READ,
                        ProcessDefinitionPermissions.READ_INSTANCE,
                        ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE,
                        ProcessDefinitionPermissions.READ_TASK,
                        ProcessDefinitionPermissions.READ_TASK_VARIABLE,
                        ProcessDefinitionPermissions.READ_HISTORY,
                        ProcessDefinitionPermissions.READ_HISTORY_VARIABLE,
                        ProcessDefinitionPermissions.RETRY_JOB));
    }

    private static Stream<Grant> forAdministrators() {
        return Arrays.stream(Resources.values())
                .map(resource -> of(ADMINISTRATORS, resource, Authorization.ANY, Permissions.ALL));
    }

    private static Grant of(String group, Resource resource, String id, Permission... permissions) {
        return new Grant(group, resource, id, List.of(permissions));
    }
}
