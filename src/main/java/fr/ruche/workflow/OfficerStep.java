package fr.ruche.workflow;

import java.util.Set;

/**
 * A user task of the models that is offered to officers.
 *
 * @param id in the model, such as {@code userTask_instruct}
 * @param label in French
 * @param groups to whom it is offered, as the model writes it: {@code instruction-${sector}}, {@code ${juryGroup}}
 */
public record OfficerStep(String id, String label, Set<String> groups) {

    /**
     * Whether it is offered to the groups of a role: the model names the group, or the variable that holds it, after
     * the role.
     *
     * @param role name of the group of the role, such as {@code instruction}
     */
    public boolean isFor(String role) {
        return groups.stream()
                .map(group -> group.startsWith("${") ? group.substring(2) : group)
                .anyMatch(group -> group.startsWith(role));
    }
}
