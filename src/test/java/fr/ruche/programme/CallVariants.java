package fr.ruche.programme;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.function.Consumer;

/** A call with one thing changed. */
public final class CallVariants {

    private CallVariants() {}

    static CallParameters calendar(CallParameters call, CallParameters.Calendar calendar) {
        return with(call, tree -> tree.set("calendar", CallFormat.JSON.valueToTree(calendar)));
    }

    static CallParameters floor(CallParameters call, String measure, BigDecimal floor) {
        return with(
                call,
                tree -> tree.path("measures").forEach(one -> {
                    if (one.path("code").asText().equals(measure)) {
                        ((ObjectNode) one).put("floor", floor);
                    }
                }));
    }

    public static CallParameters with(CallParameters call, Consumer<ObjectNode> change) {
        try {
            var tree = (ObjectNode) CallFormat.JSON.valueToTree(call);
            change.accept(tree);
            return CallFormat.read(tree);
        } catch (com.fasterxml.jackson.core.JsonProcessingException broken) {
            throw new AssertionError(broken);
        }
    }
}
