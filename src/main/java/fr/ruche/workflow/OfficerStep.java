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
     * Whether it may be offered to somebody of a role: the model names the group itself, or leaves to a variable which
     * of the groups of the role it is; the variable is then named after the role.
     *
     * @param role name of the group of the role, such as {@code instruction}
     * @param group the group of the person, such as {@code instruction-littoral}
     */
    public boolean isFor(String role, String group) {
        return groups.stream()
                .anyMatch(offered -> offered.contains("${")
                        ? offered.replaceFirst("^\\$\\{", "").startsWith(role)
                        : offered.equals(group));
    }
}
