package fr.ruche.audit;

import fr.ruche.common.Deed.Domain;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which facts are shown; null where it does not matter.
 *
 * @param from the first day in Paris
 * @param to the last one
 * @param actor account, or name, of who did it
 * @param domain null for all but {@link Domain#EVIDENCE}, which the timelines of the dossiers tell already
 * @param subject number of the dossier, code of the call, account, id of the session: word for word
 */
public record AuditFilter(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String actor,
        @Nullable Domain domain,
        @Nullable String subject) {

    public static final AuditFilter ALL = new AuditFilter(null, null, null, null, null);
}
