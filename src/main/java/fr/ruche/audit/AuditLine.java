package fr.ruche.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sealed fact.
 *
 * @param position its place in the chain, from 1
 * @param actor account of who did it; null for Ruche
 * @param onBehalf name of the absent colleague for whom it was done
 * @param subject the dossier, the call, the account
 * @param action a code such as {@code CONFORMITY_GIVEN}
 * @param told what was written then; null when the fact is no longer where it was
 * @param seal SHA-256 over the seal before and the fact
 */
public record AuditLine(
        long position,
        Instant at,
        @Nullable String actor,
        @Nullable String actorName,
        @Nullable String onBehalf,
        Domain domain,
        String subject,
        @Nullable String action,
        @Nullable String told,
        String seal) {}
