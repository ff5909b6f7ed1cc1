package fr.ruche.bench;

import fr.ruche.TestAccounts;
import fr.ruche.TestDossiers;
import fr.ruche.common.FrenchDay;
import fr.ruche.common.ParisTime;
import fr.ruche.document.PdfExamples;
import fr.ruche.document.Upload;
import fr.ruche.dossier.DossierDocuments;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.dossier.Fiche;
import fr.ruche.dossier.FullDossier;
import fr.ruche.funding.Envelopes;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Actors;
import fr.ruche.identity.Membership;
import fr.ruche.identity.Role;
import fr.ruche.jury.Agendas;
import fr.ruche.workflow.Processes;
import fr.ruche.worklist.Handovers;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The life of a dossier through the services that pages and API call: the porteur opens, deposits, fills in and
 * attaches; officers answer five forms; a manager puts it on an agenda. Each client works in an intercommunality of its
 * own, and convenes a session for every twenty dossiers.
 */
@TestComponent
class ProductFlow {

    /** The steps that complete a task or wake the process up: what the bare engine's five completions stand beside. */
    static final List<String> COMPLETIONS = List.of(
            "deposit fiche",
            "conformity",
            "deposit full",
            "completeness",
            "instruction",
            "agenda",
            "jury outcome",
            "decision");

    private static final BigDecimal PLENTY = new BigDecimal("999999999.00");
    private static final int PER_SESSION = 20;
    private static final byte[] PAPER = PdfExamples.plain();

    private final TestDossiers given;
    private final Dossiers dossiers;
    private final DossierDocuments documents;
    private final Processes processes;
    private final Agendas agendas;
    private final Handovers handovers;
    private final Envelopes envelopes;
    private final TestAccounts accounts;
    private final Actors actors;
    private final JdbcTemplate sql;
    private final AtomicInteger clients = new AtomicInteger();
    private List<Place> places = List.of();

    private record Place(String epci, String commune) {}

    ProductFlow(
            TestDossiers given,
            Dossiers dossiers,
            DossierDocuments documents,
            Processes processes,
            Agendas agendas,
            Handovers handovers,
            Envelopes envelopes,
            TestAccounts accounts,
            Actors actors,
            JdbcTemplate sql) {
        this.given = given;
        this.dossiers = dossiers;
        this.documents = documents;
        this.processes = processes;
        this.agendas = agendas;
        this.handovers = handovers;
        this.envelopes = envelopes;
        this.accounts = accounts;
        this.actors = actors;
        this.sql = sql;
    }

    /** Officers for every intercommunality, and enough money for every jury. */
    void prepare() {
        envelopes
                .of(TestDossiers.CALL)
                .forEach(envelope -> envelopes.changeAmount(envelope.id(), null, PLENTY, "Mesure", given.manager()));
        places = sql.query(
                "select c.epci, min(c.code) as commune from commune c join envelope v on v.jury = c.epci and v.call = ?"
                        + " group by c.epci order by c.epci",
                (row, at) -> new Place(row.getString("epci"), row.getString("commune")),
                TestDossiers.CALL);
        places.forEach(place -> {
            accounts.ensure(technician(place), new Membership(Role.CONFORMITY_OFFICER, place.epci()));
            accounts.ensure(juror(place), new Membership(Role.JURY_MEMBER, place.epci()));
        });
    }

    private static String technician(Place place) {
        return "technicien-" + place.epci();
    }

    private static String juror(Place place) {
        return "jure-" + place.epci();
    }

    /** @param claiming whether officers take each task before they answer it, as in Tasklist */
    Flow client(boolean claiming) {
        return new Client(places.get(clients.getAndIncrement() % places.size()), claiming);
    }

    private final class Client implements Flow {

        private final Place place;
        private final Fiche fiche;
        private final FullDossier full = given.full();
        private final Actor holder = given.holder();
        private final Actor manager = given.manager();
        private final boolean claiming;
        private int told;
        private UUID session = new UUID(0, 0);

        private Client(Place place, boolean claiming) {
            this.place = place;
            this.fiche = in(place.commune(), given.fiche("F1", false));
            this.claiming = claiming;
        }

        @Override
        public void once(Samples samples) {
            var number = new DossierNumber[1];
            samples.step("open", () -> number[0] = dossiers.open(TestDossiers.CALL, holder, fiche));
            var dossier = number[0];
            samples.step("deposit fiche", () -> dossiers.depositFiche(dossier, holder));
            answer(
                    samples,
                    dossier,
                    "conformity",
                    "userTask_checkConformity",
                    technician(place),
                    Map.of("conformityVerdict", "CONFORM"));
            samples.step("write full", () -> dossiers.saveFull(dossier, full, holder, null));
            samples.step("attach papers", () -> attach(dossier));
            samples.step("deposit full", () -> dossiers.depositFull(dossier, holder));
            answer(
                    samples,
                    dossier,
                    "completeness",
                    "userTask_checkCompleteness",
                    "instructeur",
                    Map.of("completenessVerdict", "COMPLETE"));
            answer(
                    samples,
                    dossier,
                    "instruction",
                    "userTask_instruct",
                    "instructeur",
                    Map.of("instructionOpinion", "FAVOURABLE"));
            if (told++ % PER_SESSION == 0) {
                var jury = String.valueOf(dossiers.get(dossier).jury());
                samples.step(
                        "convene (1 in 20)", () -> session = given.session(jury).id());
            }
            samples.step("agenda", () -> agendas.put(session, dossier, manager));
            answer(
                    samples,
                    dossier,
                    "jury outcome",
                    "userTask_recordJuryOutcome",
                    juror(place),
                    Map.of("juryOutcome", "FAVORABLE", "grantedOperating", "5 000,00", "juryReason", "Projet utile."));
            answer(
                    samples,
                    dossier,
                    "decision",
                    "userTask_recordDecision",
                    "gestionnaire",
                    Map.of(
                            "decisionOutcome", "ATTRIBUE",
                            "deliberationNumber", "BANC-001",
                            "deliberationDate", FrenchDay.format(ParisTime.dayOf(Instant.now()))));
        }

        private void attach(DossierNumber number) {
            dossiers.requiredDocuments(number).stream()
                    .filter(paper -> !paper.condition().equals("OPTIONAL"))
                    .forEach(paper -> documents.add(
                            number, paper.kind(), new Upload(paper.kind() + ".pdf", PAPER), holder, null));
        }

        private void answer(
                Samples samples,
                DossierNumber number,
                String name,
                String step,
                String officer,
                Map<String, Object> fields) {
            if (claiming) {
                samples.step(
                        "find and claim",
                        () -> claim(number, actors.find(officer).orElseThrow()));
            }
            samples.step(name, () -> processes.answer(number.value(), step, officer, fields));
        }

        private void claim(DossierNumber number, Actor officer) {
            var task = sql.queryForObject(
                    "select task_id from dossier_step where dossier = ? and left_at is null",
                    String.class,
                    number.value());
            var outcome = handovers.claim(officer, List.of(task)).get(0);
            if (!outcome.done()) {
                throw new IllegalStateException(outcome.message());
            }
        }
    }

    private static Fiche in(String commune, Fiche fiche) {
        return new Fiche(
                fiche.measure(),
                fiche.scale(),
                fiche.title(),
                fiche.summary(),
                commune,
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
}
