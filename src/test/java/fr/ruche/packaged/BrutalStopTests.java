package fr.ruche.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.ruche.common.Euros;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} while people are at work: what was answered is kept and done once, what was not is wholly there or
 * wholly absent. Some requests are held in the middle of their transaction until the kill, others race with it.
 */
class BrutalStopTests {

    @TempDir
    static Path home;

    private static Program program;
    private static People people;

    /** What the database kept of each dossier when the last answer about it had come. */
    private static final Map<String, Traces> before = new HashMap<>();

    /** The requests that the kill finds half-way, by dossier. */
    private static final Map<String, IntSupplier> unfinished = new HashMap<>();

    /** Those whose commit the database had already been asked for, and what they leave when nothing disturbs them. */
    private static final Map<String, Map<String, Integer>> committing = new HashMap<>();

    /** The session that the kill finds in the middle of its closing. */
    private static String closing = "";

    private static final Set<String> answered = ConcurrentHashMap.newKeySet();
    private static List<String> racing = List.of();
    private static Map<String, Integer> deposit = Map.of();
    private static Map<String, Integer> judgement = Map.of();

    @BeforeAll
    static void killItInTheMiddleOfEverything() throws SQLException {
        start();
        deposit = aDeposit();
        judgement = judgeAllButOne();
        racing = IntStream.range(0, 12).mapToObj(i -> people.openDraft()).toList();
        racing.forEach(number -> before.put(number, traces(number)));
        var pool = Executors.newCachedThreadPool();
        try (var brake = new Brake(program.database())) {
            hold(brake);
            var underWay = unfinished.values().stream()
                    .map(request -> CompletableFuture.supplyAsync(request::getAsInt, pool))
                    .toList();
            brake.awaitHeld();
            var race = CompletableFuture.runAsync(BrutalStopTests::race, pool);
            await().atMost(Brake.PATIENCE).until(() -> answered.size() >= 4);
            program.killBrutally();
            assertThat(underWay).extracting(CompletableFuture::join).containsOnly(People.KILLED);
            race.join();
        } finally {
            pool.shutdown();
        }
        start();
        assertThat(program.output()).anyMatch(line -> line.contains("resté d’un arrêt brutal"));
    }

    @AfterAll
    static void stop() {
        if (program != null) {
            program.close();
        }
    }

    @Test
    void whatWasInTheMiddleHasLeftNothingAndCanBeDoneAgain() {
        unfinished.forEach((number, request) -> {
            if (!committing.containsKey(number) && !number.equals(closing)) {
                assertThat(changes(number)).as(number).isEmpty();
                assertThat(request.getAsInt()).as(number).isIn(200, 204);
                assertDoneOnce(number, request);
            }
        });
    }

    @Test
    void whatTheDatabaseWasAskedToCommitIsWhollyThere() {
        committing.forEach((number, growth) -> {
            assertThat(traces(number).growthSince(before.get(number)))
                    .as(number)
                    .isEqualTo(growth);
            assertDoneOnce(number, unfinished.get(number));
        });
    }

    @Test
    void whatRacedIsKeptWhenItWasAnsweredAndIsOtherwiseWholeOrAbsent() {
        racing.forEach(number -> {
            var done = traces(number).growthSince(before.get(number));
            assertThat(done).as(number).isIn(deposit, answered.contains(number) ? deposit : Map.of());
            assertThat(people.deposit(number)).as(number).isEqualTo(done.isEmpty() ? 200 : 409);
            assertThat(traces(number).growthSince(before.get(number)))
                    .as(number)
                    .isEqualTo(deposit);
        });
    }

    @Test
    void aSessionThatWasClosingIsClosedOnceWithItsMinutes() {
        assertThat(changes(closing))
                .as("what was in the middle has left nothing")
                .isEmpty();
        assertThat(people.approveMinutes(closing)).isEqualTo(204);

        assertThat(list("""
                select status from jury_session s join jury_minutes m on m.session = s.id where s.id = '%s'
                and s.minutes_sha256 = encode(sha256(m.pdf), 'hex')""".formatted(closing))).containsExactly("CLOSE");
        assertThat(people.approveMinutes(closing)).as("once more").isBetween(400, 499);
    }

    @Test
    void theEnvelopesHoldWhatIsCommitted() {
        assertThat(list("""
                select id::text from envelope e where committed <> coalesce(
                    (select sum(amount) from envelope_commitment where envelope = e.id and released_at is null), 0)""")).isEmpty();
    }

    private static void assertDoneOnce(String number, IntSupplier request) {
        assertThat(list("""
                select 'letter ' || letter from notification where dossier = '%1$s'
                union all select 'deposit ' || kind from dossier_deposit where dossier = '%1$s'
                union all select 'jury ' || outcome from jury_agenda_item where dossier = '%1$s'
                union all select 'decision ' || outcome from funding_decision where dossier = '%1$s'""".formatted(number))).doesNotHaveDuplicates();
        assertThat(request.getAsInt()).as("%s once more", number).isBetween(400, 499);
    }

    private static void start() {
        program = Program.start(home);
        people = new People(program.port());
    }

    private static Map<String, Integer> aDeposit() {
        var number = people.openDraft();
        var draft = traces(number);
        assertThat(people.deposit(number)).isEqualTo(200);
        return traces(number).growthSince(draft);
    }

    /** Brings dossiers of the demonstration before their jury, and lets it give its opinion on all but one. */
    private static Map<String, Integer> judgeAllButOne() {
        list("select number from dossier where step = 'userTask_instruct' and territory = '246200364'")
                .forEach(number -> assertThat(people.instruct(number)).isEqualTo(204));
        program.database()
                .query(
                        "select number, s.id from dossier d join jury_session s using (call, jury)"
                                + " where d.step = 'event_putOnAgenda'",
                        row -> {
                            var answer = people.putOnAgenda(row.getString("number"), row.getString("id"));
                            assertThat(answer).isEqualTo(200);
                            assertThat(people.call(row.getString("id"))).isEqualTo(200);
                        });
        var growth = new HashMap<String, Map<String, Integer>>();
        at("userTask_recordJuryOutcome").stream().skip(1).forEach(number -> {
            var waiting = traces(number);
            assertThat(judge(number)).isEqualTo(204);
            growth.put(jury(number), traces(number).growthSince(waiting));
        });
        return growth.get(jury(at("userTask_recordJuryOutcome").get(0)));
    }

    /** A deposit at each moment, three decisions, an opinion of the jury, and the minutes of a session. */
    private static void hold(Brake brake) throws SQLException {
        for (var moment : EnumSet.complementOf(EnumSet.of(Moment.AT_ITS_MINUTES))) {
            var number = people.openDraft();
            hold(number, () -> people.deposit(number), brake, moment, deposit);
        }
        var moments = List.of(Moment.AT_ITS_FIRST_WRITE, Moment.AMONG_THE_WRITES_OF_THE_ENGINE, Moment.AT_ITS_LETTER);
        var decisions = at("userTask_recordDecision");
        for (int i = 0; i < moments.size(); i++) {
            var number = decisions.get(i);
            hold(number, () -> people.decide(number), brake, moments.get(i), Map.of());
        }
        var number = at("userTask_recordJuryOutcome").get(0);
        hold(number, () -> judge(number), brake, Moment.IN_ITS_COMMIT, judgement);
        closing = heldSession();
        hold(closing, () -> people.approveMinutes(closing), brake, Moment.AT_ITS_MINUTES, Map.of());
    }

    /** A session that has met, whose minutes are to be approved. */
    private static String heldSession() {
        var session = list("select session::text from jury_agenda_item where removed_at is null group by session"
                        + " having bool_and(outcome is not null)")
                .get(0);
        var jury = list("select jury from jury_session where id = '" + session + "'")
                .get(0);
        assertThat(people.settleAgenda(session)).isEqualTo(204);
        assertThat(people.hold(session, "regional".equals(jury) ? "jure-region" : "jure-interco"))
                .isEqualTo(204);
        return session;
    }

    private static void hold(
            String number, IntSupplier request, Brake brake, Moment moment, Map<String, Integer> growth)
            throws SQLException {
        before.put(number, traces(number));
        unfinished.put(number, request);
        if (moment == Moment.IN_ITS_COMMIT) {
            committing.put(number, growth);
        }
        brake.hold(number, moment);
    }

    private static void race() {
        for (var number : racing) {
            if (people.deposit(number) == 200) {
                answered.add(number);
            }
        }
    }

    private static int judge(String number) {
        var dossier = program.database().queryForMap("select * from dossier where number = ?", number);
        return people.judge(
                number,
                "regional".equals(dossier.get("jury")) ? "jure-region" : "jure-interco",
                Euros.format((BigDecimal) dossier.get("requested_operating")),
                Euros.format((BigDecimal) dossier.get("requested_investment")));
    }

    private static String jury(String number) {
        return list("select jury from dossier where number = '" + number + "'").get(0);
    }

    private static List<String> at(String step) {
        return list("select number from dossier where step = '" + step + "' order by number");
    }

    private static List<String> list(String query) {
        return program.database().queryForList(query, String.class);
    }

    private static List<String> changes(String number) {
        return traces(number).changesSince(before.get(number));
    }

    private static Traces traces(String number) {
        return Traces.of(number, program.database());
    }
}
