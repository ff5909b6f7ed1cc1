package fr.ruche.dossier;

import fr.ruche.programme.HolderKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.Consumer;
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
 * @param difficulty points of its territory, such as {@code 5}, or {@link #NO_DIFFICULTY}
 * @param marked only those whose marks are revealed; none for whoever is no manager
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
        @Nullable String end,
        @Nullable String difficulty,
        boolean marked) {

    /** Of a territory whose difficulty nobody has said, or of none. */
    public static final String NO_DIFFICULTY = "NONE";

    /** All that one may see. */
    public static final DossierFilter ALL = new Terms().filter();

    /** When the step is to be done. */
    public enum Due {
        /** Its date is past. */
        LATE,
        /** From now to the end of Sunday, in Paris. */
        WEEK,
        /** From now to the end of the third day that follows, in Paris. */
        IN_3,
        IN_7,
        IN_15,
        /** It stands still, so that no limit runs. */
        SUSPENDED;

        /** To the end of how many days from today; null where it does not go by days. */
        @Nullable Integer days() {
            return name().startsWith("IN_") ? Integer.valueOf(name().substring(3)) : null;
        }
    }

    /** The same but for what the change sets, such as {@code filter.with(terms -> terms.version = 2)}. */
    public DossierFilter with(Consumer<Terms> change) {
        var terms = new Terms(this);
        change.accept(terms);
        return terms.filter();
    }

    public DossierFilter ofCall(@Nullable String only) {
        return with(terms -> terms.call = only);
    }

    public DossierFilter inTerritory(@Nullable String only) {
        return with(terms -> terms.territory = only);
    }

    public DossierFilter inStatus(DossierStatus only) {
        return with(terms -> terms.status = only);
    }

    public DossierFilter atStep(String only) {
        return with(terms -> terms.step = only);
    }

    public DossierFilter beforeJury(String only) {
        return with(terms -> terms.jury = only);
    }

    public DossierFilter containing(String only) {
        return with(terms -> terms.words = only);
    }

    public DossierFilter toDo(Due only) {
        return with(terms -> terms.due = only);
    }

    /** Whatever diagram it follows. */
    DossierFilter ofEveryVersion() {
        return with(terms -> terms.version = null);
    }

    /** Only what does not change while a dossier goes on: of whom it is, from where, for what. */
    public boolean timeless() {
        return equals(ALL.with(terms -> {
            terms.call = call;
            terms.measure = measure;
            terms.territory = territory;
            terms.sector = sector;
            terms.words = words;
            terms.organisation = organisation;
            terms.holderKind = holderKind;
            terms.difficulty = difficulty;
        }));
    }

    /** The terms of a filter while they are being set, each as in {@link DossierFilter}. */
    public static final class Terms {
        public @Nullable String call;
        public @Nullable DossierStatus status;
        public @Nullable String step;
        public @Nullable String clock;
        public @Nullable String measure;
        public @Nullable String territory;
        public @Nullable String sector;
        public @Nullable String jury;
        public @Nullable String words;
        public @Nullable Due due;
        public @Nullable String organisation;
        public @Nullable String rule;
        public @Nullable BigDecimal requestedFrom;
        public @Nullable BigDecimal requestedTo;
        public @Nullable LocalDate receivedFrom;
        public @Nullable LocalDate receivedTo;
        public @Nullable Milestone reached;
        public @Nullable HolderKind holderKind;
        public @Nullable Integer version;
        public @Nullable String end;
        public @Nullable String difficulty;
        public boolean marked;

        private Terms() {}

        private Terms(DossierFilter from) {
            call = from.call;
            status = from.status;
            step = from.step;
            clock = from.clock;
            measure = from.measure;
            territory = from.territory;
            sector = from.sector;
            jury = from.jury;
            words = from.words;
            due = from.due;
            organisation = from.organisation;
            rule = from.rule;
            requestedFrom = from.requestedFrom;
            requestedTo = from.requestedTo;
            receivedFrom = from.receivedFrom;
            receivedTo = from.receivedTo;
            reached = from.reached;
            holderKind = from.holderKind;
            version = from.version;
            end = from.end;
            difficulty = from.difficulty;
            marked = from.marked;
        }

        private DossierFilter filter() {
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
                    end,
                    difficulty,
                    marked);
        }
    }
}
