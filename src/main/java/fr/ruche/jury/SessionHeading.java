package fr.ruche.jury;

import java.time.Instant;
import java.util.UUID;

/**
 * What a session is called, without its agenda.
 *
 * @param jury {@code regional} or the SIREN of the EPCI
 */
public record SessionHeading(UUID id, String jury, Instant startsAt) {}
