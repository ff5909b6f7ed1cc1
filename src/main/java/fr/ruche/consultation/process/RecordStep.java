package fr.ruche.consultation.process;

import fr.ruche.consultation.Consultations;
import fr.ruche.consultation.WhatFollows;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.identity.Actors;
import fr.ruche.review.FieldType;
import fr.ruche.review.FieldWord;
import fr.ruche.workflow.Answer;
import fr.ruche.workflow.ProcessVariable;
import fr.ruche.workflow.UserStep;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Every user task of a modeller that asks nobody's opinion: something is done, and its form says what. */
@Component
class RecordStep implements UserStep {

    /** The latest. */
    static final ProcessVariable<String> WHAT_FOLLOWS = ProcessVariable.choice("whatFollows", WhatFollows.class);

    private static final String FOLLOWS = "suite";
    private static final String MOTIVE = "motifPorteur";

    private final Consultations consultations;
    private final Shown shown;
    private final Actors actors;

    RecordStep(Consultations consultations, Shown shown, Actors actors) {
        this.consultations = consultations;
        this.shown = shown;
        this.actors = actors;
    }

    @Override
    public String step() {
        return "userTask_record_*";
    }

    @Override
    public List<FieldWord> fields() {
        return List.of(
                new FieldWord(
                        FOLLOWS,
                        FieldType.CHOICE,
                        Arrays.stream(WhatFollows.values()).map(Enum::name).toList(),
                        false),
                new FieldWord(MOTIVE, FieldType.TEXT, List.of(), false));
    }

    @Override
    public Set<String> shown() {
        return shown.names();
    }

    @Override
    public Set<ProcessVariable<?>> sets() {
        return Set.of(WHAT_FOLLOWS);
    }

    @Override
    public Map<String, Object> prefill(String businessKey) {
        return shown.of(businessKey);
    }

    @Override
    public Map<ProcessVariable<?>, Object> answer(String businessKey, Answer answer, String actor) {
        var follows = answer.choice(FOLLOWS, WhatFollows.class).orElse(WhatFollows.POURSUIVRE);
        consultations.record(
                new DossierNumber(businessKey),
                answer.step(),
                answer.label(),
                follows,
                answer.text(MOTIVE).orElse(null),
                answer.answered(),
                actors.answering(actor));
        return Map.of(WHAT_FOLLOWS, follows.name());
    }
}
