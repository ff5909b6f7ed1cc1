package fr.ruche.commission;

import com.fasterxml.jackson.annotation.JsonIgnore;
import fr.ruche.common.Euros;
import fr.ruche.funding.DecisionOutcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A meeting of the commission permanente.
 *
 * @param ballot null until voted
 * @param items by jury, then by number
 * @param removed numbers of the dossiers taken off the list, with the motive
 */
public record Meeting(
        UUID id,
        String call,
        LocalDate day,
        String title,
        MeetingStatus status,
        @Nullable Ballot ballot,
        @Nullable String votedBy,
        @Nullable Instant votedAt,
        List<MeetingItem> items,
        List<Removed> removed) {

    /** A dossier that was taken off the list. */
    public record Removed(String dossier, String motive, String by) {}

    /** The sums of one jury, in euros. @param jury null for dossiers that no jury has seen */
    public record Total(@Nullable String jury, int granted, BigDecimal operating, BigDecimal investment) {}

    @JsonIgnore
    public List<MeetingItem> pending() {
        return items.stream().filter(MeetingItem::pending).toList();
    }

    /** What is granted, jury by jury. */
    public List<Total> totals() {
        var juries = new ArrayList<@Nullable String>();
        items.stream()
                .map(MeetingItem::jury)
                .filter(jury -> !juries.contains(jury))
                .forEach(juries::add);
        return juries.stream()
                .map(jury -> total(jury, of(jury)))
                .filter(total -> total.granted() > 0)
                .toList();
    }

    /** What is granted in all. */
    public Total total() {
        return total(null, items);
    }

    private List<MeetingItem> of(@Nullable String jury) {
        return items.stream().filter(item -> Objects.equals(item.jury(), jury)).toList();
    }

    private static Total total(@Nullable String jury, List<MeetingItem> items) {
        var granted = items.stream()
                .filter(item -> item.outcome() == DecisionOutcome.ATTRIBUE)
                .toList();
        return new Total(
                jury,
                granted.size(),
                granted.stream().map(MeetingItem::operating).reduce(Euros.ZERO, BigDecimal::add),
                granted.stream().map(MeetingItem::investment).reduce(Euros.ZERO, BigDecimal::add));
    }
}
