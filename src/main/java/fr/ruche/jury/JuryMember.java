package fr.ruche.jury;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who sits in a session.
 *
 * @param college null only in what is still to be checked
 * @param username the account of the member, null for one without an account
 */
@Embeddable
public record JuryMember(
        String name,
        @Enumerated(EnumType.STRING) @Nullable College college,
        boolean president,
        @Nullable String username) {}
