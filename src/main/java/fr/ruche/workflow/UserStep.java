package fr.ruche.workflow;

import java.util.Map;

/**
 * What a module does at a user task. One bean per user task whose form is shown in Tasklist, named after the box:
 * {@code userTask_checkConformity} is answered by {@code CheckConformity}.
 */
public interface UserStep {

    /** The id of the user task in the model, such as {@code userTask_checkConformity}. */
    String step();

    /**
     * What the form shows when it opens: names of fields or of texts of the form, with their values. It is computed at
     * each reading and never stored as a process variable.
     */
    Map<String, Object> prefill(String businessKey);

    /**
     * Takes the answer, in the engine's own transaction. The answer already respects the form.
     *
     * @param actor the account that answers
     * @return the routing facts that the model reads next, to become process variables
     * @throws fr.ruche.common.Rejected when a rule of the domain refuses the answer; nothing is then changed
     */
    Map<ProcessVariable<?>, Object> answer(String businessKey, Answer answer, String actor);
}
