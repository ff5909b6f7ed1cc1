package fr.ruche.dossier;

import org.jspecify.annotations.Nullable;

/**
 * Somebody is kept from a dossier by a conflict of interest (COI-01 to COI-03).
 *
 * @param username null for somebody without an account
 * @param detail what was said of it: the motive, or the capacity in the organisation; empty when the ground says all
 */
public record Recusal(
        DossierNumber dossier, @Nullable String username, String name, RecusalGround ground, String detail) {}
