package fr.ruche.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.ruche.ApiClient;
import fr.ruche.IntegrationTest;
import fr.ruche.TestAccounts;
import fr.ruche.TestBrowser;
import fr.ruche.TestDossiers;
import fr.ruche.common.Deed.Domain;
import fr.ruche.deliberation.Scenarios;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Actors;
import fr.ruche.jury.AgendaQuery;
import fr.ruche.jury.Agendas;
import fr.ruche.jury.JurySessions;
import fr.ruche.marking.MarkingSessions;
import fr.ruche.marking.Markings;
import fr.ruche.notification.Notifications;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the journal tells of what people do, and to whom: as a page, a file, an API and an e-mail. */
@IntegrationTest
class JournalTests {

    private static final String SECRET = "ZYX-secret-de-notation";

    @Autowired
    Audit audit;

    @Autowired
    Seals seals;

    @Autowired
    TestDossiers given;

    @Autowired
    TestAccounts accounts;

    @Autowired
    MarkingSessions marked;

    @Autowired
    Markings markings;

    @Autowired
    Scenarios scenarios;

    @Autowired
    JurySessions sessions;

    @Autowired
    Agendas agendas;

    @Autowired
    Notifications notifications;

    @Autowired
    Actors actors;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    fr.ruche.TestClock clock;

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    private List<AuditLine> of(Object subject, Actor me) {
        seals.seal();
        return audit.page(new AuditFilter(null, null, null, null, subject.toString()), null, Audit.MOST, me)
                .facts();
    }

    private List<AuditLine> of(Object subject) {
        return of(subject, given.manager());
    }

    @Test
    void whatIsDoneToASessionIsTold() {
        var session = marked.uncalled(1);
        accounts.as("gestionnaire", () -> {
            agendas.follow(session.id(), new AgendaQuery(List.of("F2"), List.of()), given.manager());
            markings.open(session.id(), null, given.manager());
            markings.open(session.id(), LocalDate.now(clock).plusDays(3), given.manager());
            sessions.cancel(session.id(), "Salle indisponible", given.manager());
        });

        var lines = of(session.id());

        assertThat(lines)
                .extracting(AuditLine::action)
                .contains(
                        "SESSION_CONVENED", "AGENDA_FOLLOWS", "MARKING_OPENED", "MARKING_CLOSES", "SESSION_CANCELLED");
        assertThat(lines)
                .extracting(AuditLine::told)
                .contains("L’ordre du jour se compose de lui-même : F2.", "Séance annulée. Motif : Salle indisponible");
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.kind()).isEqualTo("session");
            assertThat(line.subjectName()).startsWith("Séance du ").doesNotContain(line.subject());
            assertThat(line.actor()).isEqualTo("gestionnaire");
            assertThat(line.actorName()).isEqualTo("Compte gestionnaire");
        });
        assertThat(of(session.id(), actors.find("admin").orElseThrow())).isEmpty();
    }

    /** While marking is blind nothing of it is anywhere; then that a mark was given, never which. */
    @Test
    void theJournalKeepsMarksBlindAndNeverTellsOne() {
        var session = marked.open(2);
        var number = session.onAgenda().get(0).dossier();
        seals.seal();
        var pending = "select count(*) from audit_pending";
        var before = of(number);

        marked.mark(session.id(), number, MarkingSessions.TOWN, 5, SECRET);

        assertThat(sql.sql(pending).query(Integer.class).single()).isZero();
        assertThat(of(number)).isEqualTo(before);
        markings.reveal(session.id(), true, given.manager());
        var after = of(number);
        var marks = after.stream()
                .filter(line -> "MARK_CHANGED".equals(line.action()))
                .toList();
        assertThat(marks).isNotEmpty().allSatisfy(line -> {
            assertThat(line.actor()).isEqualTo(MarkingSessions.TOWN);
            assertThat(line.told())
                    .matches("Note de l’indicateur \\S+ donnée ou changée, pour la séance du [0-9/]{10}\\.");
        });
        assertThat(after).extracting(AuditLine::action).contains("SHEET_CHANGED");
        assertThat(after.toString()).doesNotContain(SECRET);
        assertThat(of(session.id())).extracting(AuditLine::action).contains("MARKS_REVEALED");
    }

    @Test
    void whoeverIsKeptFromADossierReadsNothingOfWhatItsJuryDeliberated() {
        var session = marked.open(2);
        var number = session.onAgenda().get(0).dossier();
        marked.mark(session.id(), number, MarkingSessions.TOWN, 4, "Clair.");
        markings.reveal(session.id(), true, given.manager());
        scenarios.create(session.id(), "Premier", null, given.manager());
        assertThat(of(session.id())).extracting(AuditLine::action).contains("SCENARIO_CHANGED");

        kept(number, () -> {
            assertThat(of(number)).isEmpty();
            assertThat(of(session.id()))
                    .extracting(AuditLine::action)
                    .contains("MARKS_REVEALED")
                    .doesNotContain("SCENARIO_CHANGED");
            assertThat(audit.follow(AuditFilter.ALL, 0, Audit.MOST, given.manager())
                            .facts())
                    .noneMatch(line -> line.subject().equals(number.value()));
        });
    }

    private void kept(DossierNumber number, Runnable work) {
        sql.sql("insert into dossier_recusal (id, dossier, username, name, motive, declared_by, declared_at)"
                        + " values (gen_random_uuid(), ?, 'gestionnaire', 'G', 'Essai', 'essai', now())")
                .param(number.value())
                .update();
        try {
            work.run();
        } finally {
            sql.sql(
                            "update dossier_recusal set lifted_at = now(), lifted_by = 'essai', lift_motive = 'Fin' where dossier = ?")
                    .param(number.value())
                    .update();
        }
    }

    @Test
    void aDraftIsNobodysBusinessUntilItIsDeposited() {
        var number = given.opened();
        assertThat(of(number)).isEmpty();
        assertThat(sql.sql("select count(*) from audit_seal where subject = ?")
                        .param(number.value())
                        .query(Integer.class)
                        .single())
                .isPositive();
        var deposited = given.ficheDeposited();
        assertThat(of(deposited)).extracting(AuditLine::action).contains("OPENED", "FICHE_DEPOSITED");
    }

    @Test
    void whatCountsIsSealedButToldOnce() {
        var number = given.granted();
        assertThat(of(number)).extracting(AuditLine::domain).containsOnly(Domain.DOSSIER);
        var evidence = audit.page(
                        new AuditFilter(null, null, null, Domain.EVIDENCE, number.value()),
                        null,
                        Audit.MOST,
                        given.manager())
                .facts();
        assertThat(evidence).extracting(AuditLine::action).contains("DEPOSIT_KEPT", "DECISION_KEPT", "ANSWER_KEPT");
        assertThat(evidence).extracting(AuditLine::told).contains("Subvention acceptée.");
        assertThat(evidence)
                .filteredOn(line -> "DECISION_KEPT".equals(line.action()))
                .allSatisfy(line -> assertThat(line.told()).contains("2026-P", "5\u202f000,00\u00a0€"));
    }

    @Test
    void aTerritoryIsTracedWhoeverChangesIt() {
        var manager = ApiClient.as("gestionnaire", port);
        var epci = manager.get("/epci/200093201").json();
        var settings = "{\"version\": %d, \"sector\": \"%s\", \"territorialJury\": %s}";
        var sector = epci.path("sector").asText();
        assertThat(manager.put(
                                "/epci/200093201",
                                settings.formatted(
                                        epci.path("version").asInt(),
                                        sector,
                                        !epci.path("territorialJury").asBoolean()))
                        .status())
                .isEqualTo(200);
        manager.put(
                "/epci/200093201",
                settings.formatted(
                        epci.path("version").asInt() + 1,
                        sector,
                        epci.path("territorialJury").asBoolean()));
        sql.sql("update epci set population = coalesce(population, 0) + 1 where siren = '200093201'")
                .update();

        var lines = of("200093201", actors.find("admin").orElseThrow());

        assertThat(lines.get(0).actor()).isNotEqualTo("gestionnaire");
        assertThat(lines.get(1).actor()).isEqualTo("gestionnaire");
        assertThat(lines.get(1).told()).contains("jury territorial").contains("jury régional");
        assertThat(lines).extracting(AuditLine::kind).containsOnly("epci");
    }

    @Test
    void theTimelineTellsWhoChangedTheJuryAndWhatATimerEnded() {
        var number = given.instructed();
        ApiClient.as("gestionnaire", port)
                .post("/dossiers/" + number + "/route", "{\"route\": \"JURY_REGIONAL\", \"motive\": \"Trop vaste\"}");
        assertThat(of(number))
                .filteredOn(line -> "JURY_CHANGED".equals(line.action()))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.actor()).isEqualTo("gestionnaire");
                    assertThat(line.told()).isEqualTo("Jury régional choisi par un gestionnaire. Motif : Trop vaste");
                });
    }

    @Test
    void whoTakesTheJournalAwayIsInIt() {
        var visitor = new TestBrowser(port).signIn("gestionnaire");
        visitor.get("/bureau/gestion/journal/journal.csv?domain=RULE");
        seals.seal();
        var last = audit.page(
                        new AuditFilter(null, null, "gestionnaire", Domain.EXPORT, null), null, 1, given.manager())
                .facts();
        assertThat(last).singleElement().satisfies(line -> {
            assertThat(line.action()).isEqualTo("JOURNAL_EXPORTED");
            assertThat(line.told()).isEqualTo("Journal emporté (CSV) : domain=RULE");
        });
    }

    @Test
    void aPersonIsFoundByAccountAndByName() {
        given.putOnAgenda(given.instructed()); // the roll is signed with a name
        seals.seal();
        for (var typed : List.of("gestionnaire", "Compte gestionnaire")) {
            assertThat(audit.page(
                                    new AuditFilter(null, null, typed, Domain.SESSION, null),
                                    null,
                                    Audit.MOST,
                                    given.manager())
                            .facts())
                    .as(typed)
                    .extracting(AuditLine::action)
                    .contains("ROLL_CALLED", "SESSION_CONVENED");
        }
    }

    @Test
    void theApiReadsPagesAndFollows() {
        given.conform();
        seals.seal();
        var manager = ApiClient.as("gestionnaire", port);
        var first = manager.get("/audit?size=3&domain=DOSSIER").json();
        assertThat(first.path("facts")).hasSize(3);
        var second = manager.get("/audit?size=3&domain=DOSSIER&before="
                        + first.path("next").asLong())
                .json();
        assertThat(positions(second)).doesNotContainAnyElementsOf(positions(first));
        assertThat(moments(first).get(2)).isGreaterThanOrEqualTo(moments(second).get(0));

        var all = new ArrayList<Long>();
        for (JsonNode next = null; next == null || next.isNumber(); ) {
            var part = manager.get("/audit?size=500&after=" + (next == null ? 0 : next.asLong()))
                    .json();
            all.addAll(positions(part));
            next = part.path("next");
        }
        assertThat(all).isSorted().doesNotHaveDuplicates().containsAll(positions(first));

        assertThat(manager.get("/audit?before=1&after=1").faults()).containsExactly("after:CHOICE");
        assertThat(manager.get("/audit?from=hier").faults()).containsExactly("from:DATE");
        assertThat(manager.get("/audit?size=501").status()).isEqualTo(400);
        for (var path :
                List.of("/audit", "/audit/heads", "/audit/heads.txt", "/audit/chain.txt", "/audit/verification")) {
            assertThat(ApiClient.as("technicien", port).get(path).status())
                    .as(path)
                    .isEqualTo(403);
            assertThat(ApiClient.as("porteur", port).get(path).status())
                    .as(path)
                    .isEqualTo(403);
        }
        var administrator = ApiClient.as("admin", port).get("/audit?size=500").json();
        assertThat(administrator.path("facts").findValuesAsText("domain"))
                .isSubsetOf("ENVELOPE", "RULE", "RIGHT", "EXPORT", "OPERATION");
    }

    private static List<Long> positions(JsonNode part) {
        return StreamSupport.stream(part.path("facts").spliterator(), false)
                .map(fact -> fact.path("position").asLong())
                .toList();
    }

    private static List<String> moments(JsonNode part) {
        return StreamSupport.stream(part.path("facts").spliterator(), false)
                .map(fact -> fact.path("at").asText())
                .toList();
    }

    @Test
    void headsThatWereKeptElsewhereMustBeInTheChain() throws IOException {
        given.conform();
        seals.seal();
        var text = ApiClient.as("admin", port).get("/audit/heads.txt").text();
        var last = text.lines().toList().get((int) text.lines().count() - 1);
        assertThat(text).startsWith("# ruche-journal-heads 1\n");
        assertThat(last).matches("\\d{4}-\\d\\d-\\d\\d \\d+ [0-9a-f]{64} \\S+Z");
        assertThat(ApiClient.as("admin", port).get("/audit/heads").json().findValuesAsText("seal"))
                .endsWith(last.split(" ")[2]);

        var kept = Files.writeString(folder.resolve("gardes.txt"), text);
        assertThat(published(kept)).isEmpty();
        var forged = Files.writeString(folder.resolve("autres.txt"), text.replace(last.split(" ")[2], "e".repeat(64)));
        assertThat(published(forged))
                .singleElement()
                .satisfies(told -> assertThat(told)
                        .startsWith("Sceau " + last.split(" ")[1] + " : n’est pas celui qui a été publié"));
    }

    private List<String> published(Path kept) {
        return audit.verify(kept).breaches().stream()
                .filter(breach -> breach.kind() == Breach.Kind.PUBLISHED)
                .map(Breach::told)
                .toList();
    }

    @Test
    void theSealOfEachDayLeavesOnceForWhoeverKeepsIt() {
        given.conform();
        seals.seal();
        var mail = new HeadsMail(
                audit,
                notifications,
                sql,
                transactions,
                clock,
                List.of("archives@example.org", " ", "avocat@example.org"));
        var written =
                "select count(*) from notification where address in ('archives@example.org', 'avocat@example.org')";
        var before = sql.sql(written).query(Integer.class).single();

        clock.at(java.time.Instant.now().plus(java.time.Duration.ofDays(1)), () -> {
            transaction.executeWithoutResult(alone -> mail.tellNow());
            transaction.executeWithoutResult(alone -> mail.tellNow());
        });

        assertThat(sql.sql(written).query(Integer.class).single()).isEqualTo(before + 2);
        var head = audit.head();
        assertThat(sql.sql(
                                "select body from notification where address = 'archives@example.org' order by written_at desc limit 1")
                        .query(String.class)
                        .single())
                .contains("# ruche-journal-heads 1")
                .containsPattern(head.day() + " \\d+ [0-9a-f]{64}");
    }

    @Test
    void thePageOfTheSealsVerifiesWhenAsked() {
        given.conform();
        seals.seal();
        var administrator = new TestBrowser(port).signIn("admin");
        var page = administrator.get("/bureau/gestion/journal/sceaux");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains(audit.head().seal()).contains("Ce sceau changera encore".substring(3));
        assertThat(administrator.get("/bureau/gestion").body()).contains("/bureau/gestion/journal");
    }
}
