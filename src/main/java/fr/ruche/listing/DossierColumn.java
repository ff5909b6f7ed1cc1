package fr.ruche.listing;

import fr.ruche.common.ParisTime;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.DossierSort;
import fr.ruche.dossier.DossierSummary;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a list can tell of a dossier. A value is a text, an amount in euros, a day, or null. */
public enum DossierColumn {
    NUMBER((d, names) -> d.number()),
    TITLE((d, names) -> d.title()),
    CALL((d, names) -> d.call()),
    MEASURE((d, names) -> d.measure()),
    ORGANISATION((d, names) -> d.organisation()),
    SIRET((d, names) -> d.siret()),
    RNA((d, names) -> d.rna()),
    COMMUNE((d, names) -> names.commune(d.commune())),
    TERRITORY((d, names) -> names.territory(d.territory())),
    SECTOR((d, names) -> names.sector(d.sector())),
    STATUS((d, names) -> Sentences.of("status." + d.status())),
    STEP((d, names) -> d.stepLabel()),
    CLOCK((d, names) -> d.clock() == null ? null : Sentences.of("clock." + d.clock())),
    DUE((d, names) -> d.suspendedAt() == null ? lastDay(d.dueAt()) : Sentences.of("list.suspended")),
    RECEIVED((d, names) -> day(d.ficheReceivedAt())),
    COMPLETED((d, names) -> day(d.dossierReceivedAt())),
    COST((d, names) -> some(d.totalCost())),
    REQUESTED((d, names) -> some(d.requested())),
    GRANTED((d, names) -> granted(d)),
    JURY((d, names) -> names.jury(d.jury())),
    RULES((d, names) -> String.join(", ", d.failedRules()));

    /** What stands in every list. */
    private static final List<DossierColumn> ALWAYS = List.of(NUMBER, TITLE);

    /** What one sees who has chosen nothing. */
    public static final List<DossierColumn> USUAL = List.of(ORGANISATION, TERRITORY, STATUS, STEP, DUE, REQUESTED);

    private final BiFunction<DossierSummary, PlaceNames, @Nullable Object> value;

    DossierColumn(BiFunction<DossierSummary, PlaceNames, @Nullable Object> value) {
        this.value = value;
    }

    /** Those among which one may choose. */
    public static List<DossierColumn> choices() {
        return Arrays.stream(values()).filter(c -> !ALWAYS.contains(c)).toList();
    }

    /** These, in the order of lists, after those that stand in every list. */
    static List<DossierColumn> withThoseOfEveryList(List<DossierColumn> chosen) {
        return Stream.concat(ALWAYS.stream(), chosen.stream())
                .sorted()
                .distinct()
                .toList();
    }

    public String label() {
        return Sentences.of("column." + name());
    }

    public boolean amount() {
        return this == COST || this == REQUESTED || this == GRANTED;
    }

    /** The order in which a click on the heading puts a list that is in another one; null when there is none. */
    public @Nullable DossierSort sort(DossierSort now) {
        return switch (this) {
            case STATUS -> DossierSort.STATUS;
            case DUE -> DossierSort.DUE;
            case RECEIVED -> DossierSort.RECEIVED;
            case REQUESTED -> now == DossierSort.REQUESTED ? DossierSort.REQUESTED_ASC : DossierSort.REQUESTED;
            default -> null;
        };
    }

    /** Whether the list is sorted by this column. */
    public boolean sorts(DossierSort now) {
        return now == sort(now) || (this == REQUESTED && now == DossierSort.REQUESTED);
    }

    @Nullable Object value(DossierSummary dossier, PlaceNames names) {
        return value.apply(dossier, names);
    }

    private static @Nullable BigDecimal granted(DossierSummary dossier) {
        var operating = dossier.grantedOperating();
        var investment = dossier.grantedInvestment();
        if (operating == null) {
            return investment;
        }
        return investment == null ? operating : operating.add(investment);
    }

    /** Null for nothing: a measure that gives no money is asked for none. */
    private static @Nullable BigDecimal some(@Nullable BigDecimal amount) {
        return amount == null || amount.signum() == 0 ? null : amount;
    }

    /** A limit at midnight leaves the whole day before. */
    private static @Nullable LocalDate lastDay(@Nullable Instant limit) {
        return limit == null ? null : ParisTime.dayOf(limit.minusMillis(1));
    }

    private static @Nullable LocalDate day(@Nullable Instant moment) {
        return moment == null ? null : ParisTime.dayOf(moment);
    }
}
