package fr.ruche.listing;

import java.util.UUID;

/**
 * A list that somebody keeps for themselves.
 *
 * @param query of the address of the list, as {@link Listing#query()} writes it
 * @param usual the list with which this person begins
 */
public record SavedSearch(UUID id, String name, String query, boolean usual) {}
