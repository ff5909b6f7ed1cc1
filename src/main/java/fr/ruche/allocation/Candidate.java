package fr.ruche.allocation;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A dossier that takes part in an allocation.
 *
 * @param envelope the name of the envelope it draws on
 * @param score published, in points with two decimals: it ranks as it was published
 * @param citizens mark of the criterion C2 (« mobilisation des habitants »), which parts those of the same score
 * @param difficulty of the territory, which parts those that are still equal
 * @param depositedAt the earlier comes first among those that are still equal
 * @param requested what may be granted at most, in euros: the request after caps and rules
 * @param floor below it the fiche technique grants nothing, in euros
 * @param minimumUseful what the porteur says he cannot do without, in euros; 0 when he says nothing
 * @param favourable whether the jury's opinion is
 * @param postponed whether the jury puts it off
 */
public record Candidate(
        String id,
        String envelope,
        BigDecimal score,
        BigDecimal citizens,
        BigDecimal difficulty,
        Instant depositedAt,
        BigDecimal requested,
        BigDecimal floor,
        BigDecimal minimumUseful,
        boolean favourable,
        boolean postponed) {}
