package fr.ruche.portal.web;

import fr.ruche.page.Choice;
import fr.ruche.programme.CallParameters;
import java.util.List;

/** The choices that a call offers, in its own words. */
final class CallChoices {

    private CallChoices() {}

    static List<Choice> measures(CallParameters parameters) {
        return parameters.measures().stream()
                .map(m -> new Choice(m.code(), m.title(), m.summary()))
                .toList();
    }

    static List<Choice> themes(CallParameters parameters) {
        return parameters.themes().stream()
                .map(t -> new Choice(t.code(), t.title()))
                .toList();
    }
}
