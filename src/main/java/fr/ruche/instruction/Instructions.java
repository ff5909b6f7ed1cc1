package fr.ruche.instruction;

import fr.ruche.common.Fault;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.DossierCase;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.dossier.Dossiers.Moment;
import fr.ruche.identity.Actor;
import fr.ruche.programme.Assessment;
import fr.ruche.programme.Calls;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The opinion of the instructor, and the rules played again on what was instructed. */
@Service
@Transactional
public class Instructions {

    private final EntityManager database;
    private final Dossiers dossiers;
    private final Calls calls;
    private final GivenOpinions opinions;
    private final Clock clock;

    Instructions(EntityManager database, Dossiers dossiers, Calls calls, GivenOpinions opinions, Clock clock) {
        this.database = database;
        this.dossiers = dossiers;
        this.calls = calls;
        this.opinions = opinions;
        this.clock = clock;
    }

    /**
     * Keeps the opinion.
     *
     * @param uncoveredNeed required when the structure has a programme d'activité (ELIG-10, A9); not kept otherwise
     * @param note required of an unfavourable opinion; not kept for a measure whose content is not analysed (001 l.181)
     *     unless the opinion is unfavourable
     * @throws Rejected naming each missing field
     */
    public void give(
            DossierNumber number,
            boolean favourable,
            @Nullable Boolean uncoveredNeed,
            @Nullable String note,
            Actor by) {
        var asked = uncoveredNeedAsked(number);
        Rejected.ifAny(faults(favourable, asked, uncoveredNeed, note));
        var opinion = new InstructionOpinion(
                favourable,
                asked ? uncoveredNeed : null,
                contentAnalysis(number) || !favourable ? note : null,
                by.signature(),
                clock.instant());
        database.persist(new GivenOpinion(number, opinion, by));
        if (opinion.uncoveredNeed() != null) {
            dossiers.noteUncoveredNeed(number, opinion.uncoveredNeed());
        }
        dossiers.note(number, "INSTRUCTED", sentence(opinion));
    }

    /** Plays the rules again and tells whether the dossier is admissible; it is when the call has no rules. */
    public boolean replayRules(DossierNumber number) {
        return dossiers.assess(number, Moment.INSTRUCTION)
                .map(Assessment::admissible)
                .orElse(true);
    }

    /** Every opinion given, the oldest first. */
    @Transactional(readOnly = true)
    public List<InstructionOpinion> history(DossierNumber number) {
        return opinions.findByDossierOrderByGivenAt(number.value()).stream()
                .map(GivenOpinion::toOpinion)
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<InstructionOpinion> latest(DossierNumber number) {
        var all = history(number);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** Whether the content of projects of this measure is analysed (not for fiche 1, 001 l.181). */
    @Transactional(readOnly = true)
    public boolean contentAnalysis(DossierNumber number) {
        var dossier = dossiers.get(number);
        return calls.at(dossier.call(), dossier.callVersion())
                .measure(dossier.measure())
                .contentAnalysis();
    }

    /** Whether the instructor must rule on the uncovered need (ELIG-10, A9). */
    @Transactional(readOnly = true)
    public boolean uncoveredNeedAsked(DossierNumber number) {
        DossierCase dossier = dossiers.get(number);
        return Boolean.TRUE.equals(dossier.fiche().activityProgramme())
                && calls.at(dossier.call(), dossier.callVersion())
                        .parameters()
                        .choices()
                        .uncoveredNeedRuledByOfficer();
    }

    private static List<Fault> faults(
            boolean favourable, boolean asked, @Nullable Boolean uncoveredNeed, @Nullable String note) {
        var faults = new ArrayList<Fault>();
        if (asked && uncoveredNeed == null) {
            faults.add(new Fault("uncoveredNeedEstablished", "ELIG-10", Sentences.of("instruction.need.required")));
        }
        if (!favourable && note == null) {
            faults.add(new Fault("instructionNote", "REQUIRED", Sentences.of("instruction.note.required")));
        }
        return faults;
    }

    private static String sentence(InstructionOpinion opinion) {
        var need = opinion.uncoveredNeed();
        var ruled = need == null ? "" : Sentences.of(need ? "instruction.need.shown" : "instruction.need.notShown");
        return Sentences.of(opinion.favourable() ? "instruction.favourable" : "instruction.unfavourable") + ruled;
    }
}
