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
 * @param substitute whether this member only sits in the place of a titular of the same college (CRPA R.133-3)
 */
@Embeddable
public record JuryMember(
        String name,
        @Enumerated(EnumType.STRING) @Nullable College college,
        boolean president,
        @Nullable String username,
        boolean substitute) {

    /** A titular. */
    public JuryMember(String name, @Nullable College college, boolean president, @Nullable String username) {
        this(name, college, president, username, false);
    }
}
