package fr.ruche.audit;

import fr.ruche.common.Deed.Domain;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sealed fact.
 *
 * @param position its place in the chain, from 1
 * @param actor account of who did it, or the name where the account is not known; null for Ruche
 * @param onBehalf name of the absent colleague for whom it was done
 * @param subject the dossier, the call, the account, the session: what a filter takes
 * @param kind of the subject: {@code dossier}, {@code session}, {@code meeting}, {@code account} …; null for none
 * @param subjectName the same for people
 * @param action a code such as {@code CONFORMITY_GIVEN}
 * @param told what was done, in French; null when the fact is no longer where it was
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
        @Nullable String kind,
        String subjectName,
        @Nullable String action,
        @Nullable String told,
        String seal,
        Instant sealedAt) {

    private static final Duration USUAL = Duration.ofHours(24);

    /** Sealed long after it is said to have been done: marks when they were revealed, or a date that is not true. */
    public boolean late() {
        return Duration.between(at, sealedAt).compareTo(USUAL) > 0;
    }
}
