package fr.ruche.deliberation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the jury does to a dossier.
 *
 * @param other the second dossier of {@link Action#SPLIT} and {@link Action#SWAP}
 * @param operating euros, for {@link Action#AMOUNT}; null is none
 * @param investment the same
 * @param motive why; needed but for {@link Action#REVERT}
 */
public record Change(
        @Nullable Action action,
        @Nullable String dossier,
        @Nullable String other,
        @Nullable BigDecimal operating,
        @Nullable BigDecimal investment,
        @Nullable String motive) {}
