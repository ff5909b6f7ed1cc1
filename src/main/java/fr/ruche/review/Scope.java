package fr.ruche.review;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a process or a sub-process holds.
 *
 * @param node the process or the sub-process
 * @param owner the sub-process as a box of the diagram around it; null for the process itself
 */
record Scope(Node node, @Nullable Box owner, List<Box> boxes, List<Arrow> arrows) {

    static Scope of(Node node, @Nullable Box owner) {
        return new Scope(node, owner, new ArrayList<>(), new ArrayList<>());
    }

    boolean isEventSubProcess() {
        return owner != null && owner.isEventSubProcess();
    }

    List<Box> starts() {
        return boxes.stream().filter(box -> box.is("startEvent")).toList();
    }
}
