package fr.ruche.jury;

import fr.ruche.instruction.Routing;
import fr.ruche.review.Subject;
import fr.ruche.workflow.ModelWords;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What juries tell the processes of dossiers and of sessions. */
@Component
class JuryWords implements ModelWords {

    @Override
    public List<SentMessage> messages() {
        return List.of(
                new SentMessage("putOnAgenda", Subject.DOSSIER, false, Set.of()),
                new SentMessage("takenOffAgenda", Subject.DOSSIER, false, Set.of()),
                new SentMessage("sessionReconvened", Subject.SESSION, true, Set.of()),
                new SentMessage("sessionCancelled", Subject.SESSION, true, Set.of()));
    }

    @Override
    public List<Beginning> beginnings() {
        return List.of(new Beginning(Subject.SESSION, Set.of(Routing.JURY_GROUP)));
    }
}
