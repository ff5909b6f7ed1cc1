package fr.ruche.territory;

import java.util.List;

/**
 * What an import of contours did.
 *
 * @param property of the file that named the intercommunalities
 * @param contours how many are there now
 * @param rewound how many had rings that went the wrong way round (RFC 7946) and were turned
 * @param missing names of the intercommunalities of today that have no contour now
 * @param left what the file called those that the register does not have and that were left out
 */
public record ContourReport(String property, int contours, int rewound, List<String> missing, List<String> left) {}
