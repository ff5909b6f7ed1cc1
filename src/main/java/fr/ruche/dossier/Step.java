package fr.ruche.dossier;

import java.util.Set;

/** The steps of the process that are the porteur's, and those that modellers add, by their ids in the model. */
final class Step {

    static final String DEPOSIT_FICHE = "userTask_depositFiche";
    static final String CORRECT_FICHE = "userTask_correctFiche";
    static final String COMPLETE_DOSSIER = "userTask_completeDossier";
    static final String PROVIDE_DOCUMENTS = "userTask_provideDocuments";

    static final Set<String> FICHE = Set.of(DEPOSIT_FICHE, CORRECT_FICHE);
    static final Set<String> FULL = Set.of(COMPLETE_DOSSIER);
    static final Set<String> FULL_DEPOSIT = Set.of(COMPLETE_DOSSIER, PROVIDE_DOCUMENTS);
    static final Set<String> HOLDER = Set.of(DEPOSIT_FICHE, CORRECT_FICHE, COMPLETE_DOSSIER, PROVIDE_DOCUMENTS);

    private static final String CONSULTATION = "userTask_consult_";

    private Step() {}

    /** Whether it asks a service for its opinion; its id goes on with a word of the modeller. */
    static boolean isConsultation(String step) {
        return step.startsWith(CONSULTATION);
    }
}
