package fr.ruche.commission;

import fr.ruche.notification.Message;
import org.jspecify.annotations.Nullable;

/**
 * What carrying out would do to a dossier, tried and undone.
 *
 * @param refusal why it would be refused, null when it would pass
 * @param letter that would leave, null when none would
 */
public record Rehearsed(
        String dossier, @Nullable String refusal, @Nullable Message letter) {}
