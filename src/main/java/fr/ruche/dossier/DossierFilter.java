package fr.ruche.dossier;

import fr.ruche.programme.HolderKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which dossiers a list shows; null where it does not matter.
 *
 * @param step id of the user task or event on which the dossier waits
 * @param clock who holds it: {@code PORTEUR}, {@code INTERCOMMUNALITE}, {@code REGION}, {@code JURY}
 * @param territory SIREN of the EPCI
 * @param jury {@code regional} or the SIREN of an EPCI
 * @param words all found in the number, the title, the organisation, the commune, the EPCI or the summary, without
 *     regard to accents and plurals; the last one may be the beginning of a word
 * @param organisation SIREN, SIRET or RNA of the porteur, without spaces
 * @param rule a rule that the last evaluation found failing, such as {@code ELIG-05}
 * @param requestedFrom euros, operating and investment together
 * @param receivedFrom the first day in Paris on which the fiche was received
 * @param receivedTo the last one
 * @param reached came at least so far
 * @param holderKind of the organisation that holds it
 * @param version of the diagram that it follows, or followed to its end
 * @param end id of the end of the diagram at which its process came out
 */
public record DossierFilter(
        @Nullable String call,
        @Nullable DossierStatus status,
        @Nullable String step,
        @Nullable String clock,
        @Nullable String measure,
        @Nullable String territory,
        @Nullable String sector,
        @Nullable String jury,
        @Nullable String words,
        @Nullable Due due,
        @Nullable String organisation,
        @Nullable String rule,
        @Nullable BigDecimal requestedFrom,
        @Nullable BigDecimal requestedTo,
        @Nullable LocalDate receivedFrom,
        @Nullable LocalDate receivedTo,
        @Nullable Milestone reached,
        @Nullable HolderKind holderKind,
        @Nullable Integer version,
        @Nullable String end) {

    /** All that one may see. */
    public static final DossierFilter ALL = new DossierFilter(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
            null, null);

    /** When the step is to be done. */
    public enum Due {
        /** Its date is past. */
        LATE,
        /** From now to the end of Sunday, in Paris. */
        WEEK,
        /** From now to the end of the third day that follows, in Paris. */
        IN_3,
        IN_7,
        IN_15;

        /** To the end of how many days from today; null where it does not go by days. */
        @Nullable Integer days() {
            return name().startsWith("IN_") ? Integer.valueOf(name().substring(3)) : null;
        }
    }

    public DossierFilter ofCall(String only) {
        return with(only, status, step, jury, words, due);
    }

    public DossierFilter inStatus(DossierStatus only) {
        return with(call, only, step, jury, words, due);
    }

    public DossierFilter atStep(String only) {
        return with(call, status, only, jury, words, due);
    }

    public DossierFilter beforeJury(String only) {
        return with(call, status, step, only, words, due);
    }

    public DossierFilter containing(String only) {
        return with(call, status, step, jury, only, due);
    }

    public DossierFilter toDo(Due only) {
        return with(call, status, step, jury, words, only);
    }

    /** Whatever diagram it follows. */
    DossierFilter ofEveryVersion() {
        return ofVersion(null);
    }

    public DossierFilter ofVersion(@Nullable Integer only) {
        return new DossierFilter(
                call,
                status,
                step,
                clock,
                measure,
                territory,
                sector,
                jury,
                words,
                due,
                organisation,
                rule,
                requestedFrom,
                requestedTo,
                receivedFrom,
                receivedTo,
                reached,
                holderKind,
                only,
                end);
    }

    /** Only what does not change while a dossier goes on: of whom it is, from where, for what. */
    public boolean timeless() {
        return equals(new DossierFilter(
                call,
                null,
                null,
                null,
                measure,
                territory,
                sector,
                null,
                words,
                null,
                organisation,
                null,
                null,
                null,
                null,
                null,
                null,
                holderKind,
                null,
                null));
    }

    private DossierFilter with(
            @Nullable String call,
            @Nullable DossierStatus status,
            @Nullable String step,
            @Nullable String jury,
            @Nullable String words,
            @Nullable Due due) {
        return new DossierFilter(
                call,
                status,
                step,
                clock,
                measure,
                territory,
                sector,
                jury,
                words,
                due,
                organisation,
                rule,
                requestedFrom,
                requestedTo,
                receivedFrom,
                receivedTo,
                reached,
                holderKind,
                version,
                end);
    }
}
