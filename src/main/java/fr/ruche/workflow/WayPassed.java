package fr.ruche.workflow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A process passed by elements that led to no step: to an end, or to a reminder beside the step at which it waits.
 * Published in the engine's transaction, before it is committed.
 *
 * @param version of the process
 * @param businessKey the dossier number, or the id of a jury session; empty for none
 * @param elements ids of the elements of the diagram, in order
 * @param end the end at which the whole process came out; null when it goes on
 */
public record WayPassed(
        String process,
        int version,
        String businessKey,
        List<String> elements,
        @Nullable String end) {}
