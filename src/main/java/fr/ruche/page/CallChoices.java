package fr.ruche.page;

import fr.ruche.programme.CallParameters;
import java.util.List;

/** The choices that a call offers, in its own words. */
public final class CallChoices {

    private CallChoices() {}

    public static List<Choice> measures(CallParameters parameters) {
        return parameters.measures().stream()
                .map(m -> new Choice(m.code(), m.title(), m.summary()))
                .toList();
    }

    public static List<Choice> themes(CallParameters parameters) {
        return parameters.themes().stream()
                .map(t -> new Choice(t.code(), t.title()))
                .toList();
    }
}
