package fr.ruche.workshop;

import java.time.Instant;

/**
 * Somebody edits a file.
 *
 * @param by their name
 * @param until when others may edit it, if nothing more is heard of them
 * @param mine whether it is the one who asks
 */
public record Pen(String by, Instant until, boolean mine) {}
