package fr.ruche.startup;

import java.util.List;

/**
 * A paragraph of the block that the console shows once the program is ready; a bean of this type adds one.
 *
 * @param lines French, without line breaks
 */
public record Notice(String title, List<String> lines) {}
