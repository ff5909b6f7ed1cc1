package fr.ruche.dossier;

import fr.ruche.common.Sentences;
import fr.ruche.review.ClockWord;
import fr.ruche.review.Subject;
import fr.ruche.workflow.ModelWords;
import fr.ruche.workflow.ProcessVariable;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The steps that porteurs do on their pages, who holds a dossier, and what is told to its process. */
@Component
class DossierWords implements ModelWords {

    private static final Set<ProcessVariable<?>> DEPOSITED = Set.of(
            FicheSubmissions.TERRITORY,
            FicheSubmissions.SECTOR,
            FicheSubmissions.MEASURE,
            FicheSubmissions.CONFORMITY_BY_REGION);

    @Override
    public List<PageStep> pageSteps() {
        return List.of(
                new PageStep(Step.DEPOSIT_FICHE, DEPOSITED),
                new PageStep(Step.CORRECT_FICHE, DEPOSITED),
                new PageStep(Step.COMPLETE_DOSSIER, Set.of()),
                new PageStep(Step.PROVIDE_DOCUMENTS, Set.of()));
    }

    @Override
    public List<SentMessage> messages() {
        return List.of(
                new SentMessage("dossierAbandoned", Subject.DOSSIER, true, Set.of()),
                new SentMessage("dossierWithdrawn", Subject.DOSSIER, true, Set.of()),
                new SentMessage(
                        "ficheForwarded", Subject.DOSSIER, false, Set.of(FicheSubmissions.CONFORMITY_BY_REGION)));
    }

    @Override
    public List<ClockWord> clocks() {
        return Stream.of("PORTEUR", "INTERCOMMUNALITE", "REGION", "JURY")
                .map(clock -> new ClockWord(clock, Sentences.of("clock." + clock), clock.equals("PORTEUR")))
                .toList();
    }
}
