package fr.ruche.dossier;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the dossiers of a part of a list came.
 *
 * @param of the part, such as the SIREN of a territory; null for dossiers that have none, and for a whole list
 * @param levels one for each {@link Milestone}, in order
 */
public record Funnel(@Nullable String of, List<Level> levels) {

    public Funnel {
        levels = List.copyOf(levels);
    }

    /**
     * Those that came at least so far.
     *
     * @param requested by them, in euros
     * @param granted to them, proposals of the jury included as long as nothing is decided, in euros
     */
    public record Level(Milestone milestone, int dossiers, BigDecimal requested, BigDecimal granted) {

        Level plus(Level other) {
            return new Level(
                    milestone, dossiers + other.dossiers, requested.add(other.requested), granted.add(other.granted));
        }
    }

    public Level at(Milestone milestone) {
        return levels.get(milestone.ordinal());
    }

    /** All of them together. */
    public static Funnel sum(Collection<Funnel> parts) {
        return new Funnel(
                null,
                Arrays.stream(Milestone.values())
                        .map(milestone -> parts.stream()
                                .map(part -> part.at(milestone))
                                .reduce(new Level(milestone, 0, BigDecimal.ZERO, BigDecimal.ZERO), Level::plus))
                        .toList());
    }
}
