package fr.ruche.deliberation;

import fr.ruche.allocation.AllocationMode;
import fr.ruche.allocation.AllocationPolicy;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One way to share the envelope of a session.
 *
 * @param version grows at every change; whoever changes says which one was read
 * @param validatedAt null unless the jury adopted it
 */
public record Scenario(
        UUID id,
        UUID session,
        String name,
        int version,
        AllocationMode mode,
        AllocationPolicy policy,
        List<Choice> choices,
        String createdBy,
        Instant createdAt,
        @Nullable String validatedBy,
        @Nullable Instant validatedAt) {

    Choice of(String dossier) {
        return choices.stream()
                .filter(one -> one.dossier().equals(dossier))
                .findFirst()
                .orElseGet(() -> Choice.none(dossier));
    }

    Scenario with(List<Choice> others) {
        return new Scenario(
                id, session, name, version, mode, policy, others, createdBy, createdAt, validatedBy, validatedAt);
    }
}
