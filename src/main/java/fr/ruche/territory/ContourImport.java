package fr.ruche.territory;

import java.time.Instant;

/**
 * The import that the contours of today come from.
 *
 * @param source who made them and under which licence, as it is written below a map
 * @param property of the file that named the intercommunalities
 * @param contours how many there were
 * @param by name of who imported them
 */
public record ContourImport(String source, String property, int contours, String by, Instant at) {}
