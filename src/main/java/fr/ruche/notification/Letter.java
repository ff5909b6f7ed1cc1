package fr.ruche.notification;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is written to a porteur. Its shipped text is the file of the same name in {@code letters/}; a programme may have
 * another, and a manager may change both, with the names that the letter knows and without leaving out those that it
 * must hold.
 */
public enum Letter {
    FICHE_RECEIVED("receivedAt", ""),
    FICHE_CORRECTED("receivedAt", ""),
    FICHE_TO_CORRECT("reason until", ""),
    /** COMP-01, CRPA L.114-2. */
    FICHE_FORWARDED("forwardedTo receivedAt reason", "forwardedFrom"),
    FICHE_CONFORM("reserves dossierDeadline", ""),
    /** {@code remedies}: APP-02, CJA R.421-5. */
    FICHE_NOT_CONFORM("reason remedies", ""),
    /** What an acknowledgment holds: AR-03, CRPA R.112-5 and R.112-11-1. */
    DOSSIER_RECEIVED("receivedAt service address email phone silenceUntil remedies", "authority"),
    /** INC-01, CRPA L.114-5. */
    DOCUMENTS_REQUESTED("missing until silenceUntil", "reason"),
    DOCUMENTS_RECEIVED("receivedAt silenceUntil", ""),
    REMINDER("until", ""),
    LAPSED("reason remedies", ""),
    INADMISSIBLE("reason remedies", ""),
    JURY_POSTPONED("reason", ""),
    REDIRECTED("reason remedies", ""),
    GRANTED("deliberation decidedOn total reason remedies", "operating investment convention acceptance"),
    /** The porteur declined the grant, or did not answer in time. */
    GRANT_RELEASED("reason remedies", ""),
    REJECTED("deliberation decidedOn reason remedies", "operating investment total convention"),
    RESERVE("deliberation decidedOn total reserveUntil remedies", "operating investment reason convention rank"),
    RESERVE_CLOSED("reason remedies", ""),
    ABANDONED("reason", ""),
    /** A manager lets the dossier stand still. */
    SUSPENDED("reason", ""),
    RESUMED("reason", "limit"),
    /** A manager brings it back to an earlier step. */
    BROUGHT_BACK("step reason", "limit"),
    /** MOT-01, CRPA L.211-2 and L.211-5. */
    WITHDRAWN("reason remedies", ""),
    /** The dossier was followed to its good end. */
    COMPLETED("", ""),
    /** The Region declines the request; MOT-01. */
    REFUSED("reason remedies", "");

    private static final List<String> EVERYWHERE = List.of(
            "number",
            "title",
            "holder",
            "call",
            "service",
            "authority",
            "address",
            "email",
            "phone",
            "dossierDeadline",
            "conformityDays",
            "remedies");

    private final List<String> required;
    private final List<String> more;

    Letter(String required, String more) {
        this.required = words(required);
        this.more = words(more);
    }

    /** The names that stand for a value in this letter: a closed list. */
    public List<String> names() {
        return Stream.of(EVERYWHERE, required, more)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    /** Those of them that its text must hold. */
    public List<String> required() {
        return required;
    }

    /**
     * Whether it makes a decision known: then it names who decided (CRPA L.212-1), and its reading is dated (NOT-01).
     */
    public boolean decides() {
        return switch (this) {
            case FICHE_NOT_CONFORM,
                    LAPSED,
                    INADMISSIBLE,
                    REDIRECTED,
                    GRANTED,
                    GRANT_RELEASED,
                    REJECTED,
                    RESERVE,
                    RESERVE_CLOSED,
                    WITHDRAWN,
                    REFUSED -> true;
            default -> false;
        };
    }

    /** What files call it: {@code fiche-received}. */
    String stem() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one that files call so. */
    static Optional<Letter> ofStem(String stem) {
        return Arrays.stream(values())
                .filter(letter -> letter.stem().equals(stem))
                .findFirst();
    }

    private static List<String> words(String list) {
        return list.isEmpty() ? List.of() : List.of(list.split(" "));
    }
}
