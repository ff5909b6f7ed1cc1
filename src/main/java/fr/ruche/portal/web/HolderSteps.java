package fr.ruche.portal.web;

import fr.ruche.dossier.DossierCase;
import java.util.Set;

/** On which page the porteur answers the step at which a dossier waits. */
final class HolderSteps {

    private static final String CORRECT_FICHE = "userTask_correctFiche";
    private static final String PROVIDE_DOCUMENTS = "userTask_provideDocuments";
    private static final String COMPLETE_DOSSIER = "userTask_completeDossier";
    private static final Set<String> FICHE = Set.of("userTask_depositFiche", CORRECT_FICHE);

    private HolderSteps() {}

    static boolean fiche(DossierCase dossier) {
        return dossier.step() != null && FICHE.contains(dossier.step());
    }

    static boolean correction(DossierCase dossier) {
        return CORRECT_FICHE.equals(dossier.step());
    }

    static boolean full(DossierCase dossier) {
        return COMPLETE_DOSSIER.equals(dossier.step());
    }

    static boolean documentsAsked(DossierCase dossier) {
        return PROVIDE_DOCUMENTS.equals(dossier.step());
    }

    static boolean papers(DossierCase dossier) {
        return full(dossier) || documentsAsked(dossier);
    }
}
