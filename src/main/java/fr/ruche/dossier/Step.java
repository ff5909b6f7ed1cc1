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

    private static final Set<String> OF_MODELLERS = Set.of("userTask_consult_", "userTask_record_");

    private Step() {}

    /** Whether nobody has programmed it: it is drawn by a modeller, with whose word its id goes on. */
    static boolean isOfModeller(String step) {
        return OF_MODELLERS.stream().anyMatch(step::startsWith);
    }
}
