package fr.ruche.consultation.process;

import fr.ruche.dossier.DossierFacts;
import fr.ruche.dossier.DossierNumber;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a service that takes part reads of a dossier: everything but what the Region has found. */
@Component
class Shown {

    private static final String RULES = "ruleResults";

    private final DossierFacts facts;

    Shown(DossierFacts facts) {
        this.facts = facts;
    }

    Set<String> names() {
        return DossierFacts.NAMES.stream().filter(name -> !name.equals(RULES)).collect(Collectors.toUnmodifiableSet());
    }

    Map<String, Object> of(String businessKey) {
        var shown = facts.of(new DossierNumber(businessKey));
        shown.remove(RULES);
        return shown;
    }
}
