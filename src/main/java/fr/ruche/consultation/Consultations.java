package fr.ruche.consultation;

import fr.ruche.common.Forbidden;
import fr.ruche.common.FrenchDay;
import fr.ruche.common.ParisTime;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Role;
import fr.ruche.workflow.Answered;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What services outside the programme answer when a modeller has them asked, and what is recorded at any other step
 * that a modeller draws. What is asked is the modeller's: the answers are kept with their questions as they were read
 * then.
 */
@Service
@Transactional
public class Consultations {

    private static final int LONGEST_LABEL = 200;

    private final GivenConsultations given;
    private final Dossiers dossiers;
    private final Clock clock;

    Consultations(GivenConsultations given, Dossiers dossiers, Clock clock) {
        this.given = given;
        this.dossiers = dossiers;
        this.clock = clock;
    }

    /**
     * Keeps the answer. A later one does not replace it.
     *
     * @param step id of the user task, and what the diagram calls it
     * @param answers already held against the form
     */
    public void give(
            DossierNumber number, String step, String label, ServiceOpinion opinion, List<Answered> answers, Actor by) {
        keep(number, step, label, opinion, answers, by);
        dossiers.note(
                number,
                "CONSULTATION_GIVEN",
                opinion == ServiceOpinion.SANS_AVIS
                        ? Sentences.of("consult.line.none", label)
                        : Sentences.of("consult.line", label, opinion.label()));
    }

    /**
     * Keeps what was recorded at a step of which nobody's opinion is asked. See {@link #give}.
     *
     * @param motive why, for the porteur; required to decline his request (MOT-01)
     * @throws fr.ruche.common.Rejected without a motive where one is required
     */
    public void record(
            DossierNumber number,
            String step,
            String label,
            WhatFollows follows,
            @Nullable String motive,
            List<Answered> answers,
            Actor by) {
        keep(number, step, label, null, answers, by);
        if (follows == WhatFollows.REFUSER) {
            if (motive == null) {
                throw Rejected.because("motifPorteur", "MOT-01", Sentences.of("record.motive.required"));
            }
            dossiers.noteClosing(number, motive);
        }
        dossiers.note(number, "STEP_RECORDED", Sentences.of("record.line", label, follows.label()));
    }

    private void keep(
            DossierNumber number,
            String step,
            String label,
            @Nullable ServiceOpinion opinion,
            List<Answered> answers,
            Actor by) {
        var services = dossiers.hold(number).consulted().stream()
                .filter(service -> by.is(Role.CONSULTED, service))
                .collect(Collectors.toSet());
        var absent = by.onBehalf() == null ? null : by.onBehalf().username();
        var answer =
                new Consultation(step, shortened(label), opinion, answers, by.signature(), absent, clock.instant());
        given.save(new GivenConsultation(number, answer, services, by));
    }

    /**
     * What was answered, the oldest first, as far as this person may read it: a service reads its own answers.
     *
     * @throws fr.ruche.common.NotFound when the person may not know of the dossier
     * @throws Forbidden for the porteur, who learns what was decided
     */
    @Transactional(readOnly = true)
    public List<Consultation> history(DossierNumber number, Actor reader) {
        var dossier = dossiers.readableBy(reader, number);
        if (dossier.heldBy(reader)) {
            throw new Forbidden(Sentences.of("consult.forbidden"));
        }
        var outsider = dossiers.outsider(reader, number);
        var own = reader.scopes(Role.CONSULTED);
        return given.findByDossierOrderByGivenAt(number.value()).stream()
                .filter(one -> !outsider || one.isOf(own))
                .map(GivenConsultation::toConsultation)
                .toList();
    }

    /** All that was answered as a text, for the forms of officers; empty before the first answer. */
    @Transactional(readOnly = true)
    public String summary(DossierNumber number) {
        return given.findByDossierOrderByGivenAt(number.value()).stream()
                .map(GivenConsultation::toConsultation)
                .map(Consultations::text)
                .collect(Collectors.joining("\n\n"));
    }

    private static String text(Consultation one) {
        var day = FrenchDay.format(ParisTime.dayOf(one.at()));
        var answers = one.answers().stream()
                .filter(answer -> !answer.shown().isEmpty())
                .map(answer -> Sentences.of("consult.answer", answer.label(), answer.shown()))
                .collect(Collectors.joining("\n"));
        return Sentences.of("consult.summary", one.label(), one.by(), day) + "\n" + answers;
    }

    private static String shortened(String label) {
        return label.length() > LONGEST_LABEL ? label.substring(0, LONGEST_LABEL) : label;
    }
}
