package fr.ruche.workflow;

import java.util.Set;

/** An action or a step after which a process knows more: what it sets, so that a diagram can be held against it. */
public interface FactSource {

    /** The routing facts that are known after it, whatever happened in it. */
    Set<ProcessVariable<?>> sets();
}
