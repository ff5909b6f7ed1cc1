package fr.ruche.review;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How large a model may be: {@code ruche.models.limits.*}. The defaults are about ten times what Ruche ships.
 *
 * @param files of one bundle
 * @param bundleBytes of all files of a bundle together
 * @param elements XML elements or JSON values of one file
 * @param depth how far elements may hold each other
 * @param nameLength of an id, of a variable, of a file, in characters
 * @param textLength of any other text, in characters
 * @param expressionLength of a condition or of a cell, in characters
 * @param nodes boxes and events of one diagram
 * @param rows of one decision table
 * @param columns of one decision table
 * @param components of one form
 */
@ConfigurationProperties("ruche.models.limits")
public record Limits(
        @DefaultValue("100") int files,
        @DefaultValue("1000000") int fileBytes,
        @DefaultValue("5000000") int bundleBytes,
        @DefaultValue("6000") int elements,
        @DefaultValue("30") int depth,
        @DefaultValue("100") int nameLength,
        @DefaultValue("4000") int textLength,
        @DefaultValue("1000") int expressionLength,
        @DefaultValue("250") int nodes,
        @DefaultValue("300") int rows,
        @DefaultValue("40") int columns,
        @DefaultValue("120") int components) {}
