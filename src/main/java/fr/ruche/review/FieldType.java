package fr.ruche.review;

import java.util.Set;

/** What a step reads in a field of its form, and the components of a form that can give it. */
public enum FieldType {
    TEXT("textfield", "textarea"),
    /** One code out of a closed list. */
    CHOICE("radio", "select"),
    FLAG("checkbox"),
    WHOLE("textfield"),
    EUROS("textfield"),
    DAY("textfield");

    private final Set<String> components;

    FieldType(String... components) {
        this.components = Set.of(components);
    }

    /** The types of components that give such a value. */
    public Set<String> components() {
        return components;
    }
}
