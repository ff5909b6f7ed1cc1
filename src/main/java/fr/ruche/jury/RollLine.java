package fr.ruche.jury;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody records of a member.
 *
 * @param member the name under which the member sits
 * @param mandatary the member who votes in the place of this one; only with {@link Presence#MANDAT}
 * @param at since when; null for now
 */
public record RollLine(
        @Nullable String member,
        @Nullable Presence presence,
        @Nullable String mandatary,
        @Nullable Instant at) {}
