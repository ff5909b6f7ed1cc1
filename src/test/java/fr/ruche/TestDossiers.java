package fr.ruche;

import fr.ruche.common.Euros;
import fr.ruche.document.Upload;
import fr.ruche.dossier.DossierDocuments;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.dossier.Fiche;
import fr.ruche.dossier.FullDossier;
import fr.ruche.dossier.FullDossier.BudgetLine;
import fr.ruche.dossier.FullDossier.Section;
import fr.ruche.funding.GrantAnswers;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Actors;
import fr.ruche.jury.Agendas;
import fr.ruche.jury.College;
import fr.ruche.jury.JuryMember;
import fr.ruche.jury.JurySession;
import fr.ruche.jury.JurySessions;
import fr.ruche.jury.Presence;
import fr.ruche.jury.RollCall;
import fr.ruche.jury.RollLine;
import fr.ruche.jury.SessionPlan;
import fr.ruche.programme.HolderKind;
import fr.ruche.programme.Scale;
import fr.ruche.workflow.Processes;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/**
 * Dossiers of the demonstration call that a test may count on, each its own, brought to a step by the people and the
 * rules that would bring it there.
 */
@Component
public class TestDossiers {

    public static final String CALL = "DSDT-2026";
    public static final String TERRITORY = "246200364";

    private static final AtomicInteger RANKS = new AtomicInteger(100);

    private final Dossiers dossiers;
    private final DossierDocuments documents;
    private final Processes processes;
    private final JurySessions sessions;
    private final RollCall roll;
    private final Agendas agendas;
    private final GrantAnswers answers;
    private final Actors actors;
    private final Clock clock;

    private String call = CALL;

    TestDossiers(
            Dossiers dossiers,
            DossierDocuments documents,
            Processes processes,
            JurySessions sessions,
            RollCall roll,
            Agendas agendas,
            GrantAnswers answers,
            Actors actors,
            Clock clock) {
        this.dossiers = dossiers;
        this.documents = documents;
        this.processes = processes;
        this.sessions = sessions;
        this.roll = roll;
        this.agendas = agendas;
        this.answers = answers;
        this.actors = actors;
        this.clock = clock;
    }

    /** What is made meanwhile is of another call. */
    public void in(String other, Runnable work) {
        call = other;
        try {
            work.run();
        } finally {
            call = CALL;
        }
    }

    /** A fiche that may be deposited, of {@code porteur}, in Lens. */
    public Fiche fiche(String measure, boolean activityProgramme) {
        var today = LocalDate.now(clock);
        return new Fiche(
                measure,
                Scale.COMMUNALE,
                "Ateliers de quartier (fictif)",
                "Des ateliers ouverts à tous les habitants.",
                "62498",
                null,
                List.of(),
                new Fiche.Organisation(
                        HolderKind.ASSOCIATION,
                        "Les Voisins de l’Alma (fictif)",
                        "99900001100018",
                        "W595999001",
                        "1 rue de l’Exemple, 62300 Lens",
                        "Camille Exemple",
                        "Dominique Exemple",
                        "contact@exemple.fr",
                        null),
                new Fiche.PriorContact(today.minusDays(20), "Les techniciens de la commune et de l’intercommunalité"),
                activityProgramme,
                Euros.of("10000.00"),
                Euros.of("5000.00"),
                today.plusDays(200),
                today.plusDays(400));
    }

    /** The same fiche under another title. */
    public static Fiche titled(Fiche fiche, String title) {
        return new Fiche(
                fiche.measure(),
                fiche.scale(),
                title,
                fiche.summary(),
                fiche.commune(),
                fiche.neighbourhood(),
                fiche.themes(),
                fiche.holder(),
                fiche.priorContact(),
                fiche.activityProgramme(),
                fiche.estimatedCost(),
                fiche.estimatedRequest(),
                fiche.startsOn(),
                fiche.endsOn());
    }

    /** A full dossier that balances and that the rules accept: 10 000 €, of which 3 000 € local and 5 000 € asked. */
    public FullDossier full() {
        return new FullDossier(
                "Réunir les habitants.",
                "Un atelier par semaine.",
                "Les habitants du quartier.",
                "Ils choisissent les thèmes.",
                "La commune.",
                "Un comité d’habitants.",
                "Nombre de participants.",
                "Diagnostic partagé.",
                "Un besoin que le programme d’activité ne couvre pas.",
                null,
                Euros.ZERO,
                "FR7699999000010000000100122",
                true,
                List.of(
                        line("60", "10000.00"),
                        line("74-REGION", "5000.00"),
                        line("74-COMMUNE", "3000.00"),
                        line("70", "2000.00")));
    }

    /** The same full dossier with another budget. */
    public static FullDossier budgeted(FullDossier full, List<BudgetLine> budget) {
        return new FullDossier(
                full.objectives(),
                full.description(),
                full.beneficiaries(),
                full.residentsInvolvement(),
                full.partners(),
                full.governance(),
                full.evaluation(),
                full.diagnosis(),
                full.uncoveredNeed(),
                full.minimumUseful(),
                full.alreadyAwardedThisYear(),
                full.iban(),
                full.engagement(),
                budget);
    }

    public DossierNumber opened() {
        return opened("F1");
    }

    public DossierNumber opened(String measure) {
        return dossiers.open(call, holder(), fiche(measure, false));
    }

    /** Waits at {@code userTask_checkConformity}. */
    public DossierNumber ficheDeposited(String measure, boolean activityProgramme) {
        var number = dossiers.open(call, holder(), fiche(measure, activityProgramme));
        dossiers.depositFiche(number, holder());
        return number;
    }

    public DossierNumber ficheDeposited() {
        return ficheDeposited("F1", false);
    }

    /** Waits at {@code userTask_completeDossier}. */
    public DossierNumber conform(String measure, boolean activityProgramme) {
        var number = ficheDeposited(measure, activityProgramme);
        answer(number, "userTask_checkConformity", "technicien", conformAnswer(measure));
        return number;
    }

    public DossierNumber conform() {
        return conform("F1", false);
    }

    /** The favourable answer of the intercommunality, with a rank of its own where the measure asks for one. */
    public Map<String, Object> conformAnswer(String measure) {
        return measure.equals("F2") || measure.equals("F3")
                ? Map.of("conformityVerdict", "CONFORM", "priorityRank", "" + RANKS.incrementAndGet())
                : Map.of("conformityVerdict", "CONFORM");
    }

    /** Waits at {@code userTask_checkCompleteness}, with every paper that the call requires. */
    public DossierNumber fullDeposited(String measure, boolean activityProgramme) {
        var number = conform(measure, activityProgramme);
        depositFull(number);
        return number;
    }

    /** From {@code userTask_completeDossier} on. */
    public void depositFull(DossierNumber number) {
        dossiers.saveFull(number, full(), holder(), null);
        attach(number);
        dossiers.depositFull(number, holder());
    }

    public DossierNumber fullDeposited() {
        return fullDeposited("F1", false);
    }

    /** Waits at {@code userTask_instruct}. */
    public DossierNumber complete(String measure, boolean activityProgramme) {
        var number = fullDeposited(measure, activityProgramme);
        answer(number, "userTask_checkCompleteness", "instructeur", Map.of("completenessVerdict", "COMPLETE"));
        return number;
    }

    public DossierNumber complete() {
        return complete("F1", false);
    }

    /** Waits at {@code event_putOnAgenda}. */
    public DossierNumber instructed() {
        var number = complete();
        answer(number, "userTask_instruct", "instructeur", Map.of("instructionOpinion", "FAVOURABLE"));
        return number;
    }

    /** Waits at {@code userTask_recordJuryOutcome}. */
    public DossierNumber onAgenda() {
        var number = instructed();
        putOnAgenda(number);
        return number;
    }

    /** Waits at {@code userTask_recordDecision}, the jury having granted all that was asked. */
    public DossierNumber judged() {
        var number = onAgenda();
        answer(
                number,
                "userTask_recordJuryOutcome",
                "jure-interco",
                Map.of("juryOutcome", "FAVORABLE", "grantedOperating", "5 000,00", "juryReason", "Projet utile."));
        return number;
    }

    /** The porteur has accepted what the commission permanente granted; the process has ended. */
    public DossierNumber granted() {
        var number = offered();
        answers.answer(number, true, null, holder());
        return number;
    }

    /** The commission permanente has granted what the jury proposed; the porteur is asked to accept it. */
    public DossierNumber offered() {
        var number = judged();
        answer(
                number,
                "userTask_recordDecision",
                "gestionnaire",
                Map.of(
                        "decisionOutcome", "ATTRIBUE",
                        "deliberationNumber", "2026-P",
                        "deliberationDate", "02/03/2026"));
        return number;
    }

    /** Puts the dossier on the agenda of a session of its jury. */
    public JurySession putOnAgenda(DossierNumber number) {
        var session = session(String.valueOf(dossiers.get(number).jury()));
        agendas.put(session.id(), number, manager());
        return session;
    }

    /** The roll of the session: every titular in the room. */
    public JurySession called(JurySession session) {
        var lines = session.uncalled().stream()
                .map(name -> new RollLine(name, Presence.SALLE, null, null))
                .toList();
        roll.record(session.id(), lines, manager());
        return sessions.get(session.id());
    }

    /** Everybody is in the room. */
    public JurySession session(String jury) {
        return called(sessions.convene(
                new SessionPlan(
                        CALL,
                        jury,
                        clock.instant().plus(Duration.ofDays(40)),
                        "Lille, salle fictive",
                        List.of(
                                new JuryMember("Alix Exemple", College.REGION, true, null),
                                jury.equals("regional")
                                        ? new JuryMember("Camille Exemple", College.REGION, false, "jure-region")
                                        : new JuryMember(
                                                "Sacha Exemple", College.INTERCOMMUNALITE, false, "jure-interco"))),
                manager()));
    }

    /** Answers a step as its form in Tasklist would. */
    public void answer(DossierNumber number, String step, String actor, Map<String, Object> fields) {
        processes.answer(number.value(), step, actor, fields);
    }

    /** Attaches every paper that the call requires. */
    public void attach(DossierNumber number) {
        dossiers.requiredDocuments(number).stream()
                .filter(paper -> !paper.condition().equals("OPTIONAL"))
                .forEach(paper -> documents.add(number, paper.kind(), pdf(paper.kind()), holder(), null));
    }

    public Actor holder() {
        return actors.find("porteur").orElseThrow();
    }

    public Actor manager() {
        return actors.find("gestionnaire").orElseThrow();
    }

    private static Upload pdf(String name) {
        return new Upload(name + ".pdf", fr.ruche.document.PdfExamples.plain());
    }

    private static BudgetLine line(String account, String amount) {
        return new BudgetLine(
                Section.OPERATING, account, null, Euros.of(amount), account.equals("74-COMMUNE") ? "VOTE" : null);
    }
}
