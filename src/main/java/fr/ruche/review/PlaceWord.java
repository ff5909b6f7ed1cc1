package fr.ruche.review;

import java.util.List;

/**
 * Where a form is shown.
 *
 * @param components the types of components that it shows right
 */
public record PlaceWord(String name, List<String> components) {

    /** Where officers answer their steps. */
    public static PlaceWord tasklist() {
        return new PlaceWord("Tasklist", Form.COMPONENTS);
    }
}
