package fr.ruche.page;

import fr.ruche.common.Fault;
import java.util.List;

/** What is wrong with a form, as its page shows it: a summary at the top and a message at each field. */
public record Faults(List<Fault> all) {

    public static Faults none() {
        return new Faults(List.of());
    }

    public boolean any() {
        return !all.isEmpty();
    }

    /** The messages of one field, as the form and the API name it. */
    public List<String> at(String field) {
        return all.stream()
                .filter(f -> f.field().equals(field))
                .map(Fault::message)
                .toList();
    }
}
