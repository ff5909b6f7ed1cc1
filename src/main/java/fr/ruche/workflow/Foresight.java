package fr.ruche.workflow;

import java.util.Map;
import java.util.Optional;

/** An action that can tell what it would make known of a case, without acting: asked in rehearsals. */
public interface Foresight extends FactSource {

    /**
     * Asked in the transaction of the rehearsal, in which the latest version of a table is the one that is rehearsed.
     *
     * @return some of what it {@link #sets}; empty when it would need more than it is given
     */
    Map<ProcessVariable<?>, Object> foresee(Given given);

    /** What is known of the case. */
    interface Given {

        <T> Optional<T> of(Class<T> kind);
    }
}
