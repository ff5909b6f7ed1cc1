package fr.ruche.programme;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Within one transaction a call has one current version: it is read once, and letters, dates and rules agree. */
final class CurrentVersions {

    Optional<Integer> version(String call, Function<String, Optional<Integer>> read) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return read.apply(call);
        }
        var known = known();
        if (!known.containsKey(call)) {
            read.apply(call).ifPresent(version -> known.put(call, version));
        }
        return Optional.ofNullable(known.get(call));
    }

    /** This transaction has changed a call. */
    void forget() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            known().clear();
        }
    }

    private Map<String, Integer> known() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Known known) {
            return known.versions;
        }
        var known = new Known();
        TransactionSynchronizationManager.bindResource(this, known);
        TransactionSynchronizationManager.registerSynchronization(new ResourceHolderSynchronization<>(known, this) {});
        return known.versions;
    }

    private static final class Known extends ResourceHolderSupport {

        private final Map<String, Integer> versions = new HashMap<>();
    }
}
