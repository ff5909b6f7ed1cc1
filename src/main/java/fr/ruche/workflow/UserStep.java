package fr.ruche.workflow;

import fr.ruche.review.FieldWord;
import fr.ruche.review.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a module does at a user task. One bean per user task whose form is shown in Tasklist, named after the box:
 * {@code userTask_checkConformity} is answered by {@code CheckConformity}; or one for a {@link fr.ruche.review.Family}
 * of user tasks whose forms ask what the modeller wants to ask.
 *
 * <p>What it says of itself (its fields, the names it shows, the facts it sets) is what a form and a diagram are held
 * against before they are deployed; nothing else is read, shown or set.
 */
public interface UserStep extends FactSource {

    /** The id of the user task in the model, such as {@code userTask_checkConformity}; with a star, of a family. */
    String step();

    /** What the business key of its process names. */
    default Subject about() {
        return Subject.DOSSIER;
    }

    /** The fields that it reads in an answer. */
    List<FieldWord> fields();

    /** The names of {@link #prefill}, besides those of its fields. */
    Set<String> shown();

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
