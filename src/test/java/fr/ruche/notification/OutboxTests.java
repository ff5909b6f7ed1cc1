package fr.ruche.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ruche.ApiClient;
import fr.ruche.IntegrationTest;
import fr.ruche.TestDossiers;
import fr.ruche.common.FrenchDay;
import fr.ruche.common.ParisTime;
import fr.ruche.dossier.Dossiers;
import fr.ruche.identity.Accounts;
import fr.ruche.identity.Membership;
import fr.ruche.identity.Role;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** E-mails that leave through a real SMTP server, which refuses, hangs and drops. */
@IntegrationTest
class OutboxTests {

    @LocalServerPort
    int port;

    @Autowired
    Outbox outbox;

    @Autowired
    StoredMessages messages;

    @Autowired
    TestDossiers known;

    @Autowired
    Dossiers dossiers;

    @Autowired
    MailSettings settings;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    private final Server server = new Server();

    @BeforeEach
    void start() {
        database.sql("update notification set state = 'PORTAL_ONLY' where state = 'TO_SEND'")
                .update();
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void aMessageLeavesOnceUnderItsOwnId() {
        var message = message("claude@example.org");
        deliver();
        deliver();

        assertThat(server.received).hasSize(1);
        assertThat(server.received.get(0))
                .contains(
                        "Message-ID: <" + message + "@" + settings.domain() + ">",
                        "To: claude@example.org",
                        "From: " + settings.from())
                .contains("Auto-Submitted: auto-generated");
        assertThat(state(message)).isEqualTo("SENT");
    }

    @Test
    void twoNodesSendNoMessageTwice() throws InterruptedException {
        var all = List.of(
                message("a@example.org"), message("b@example.org"), message("c@example.org"), message("d@example.org"));
        var nodes = List.of(new Thread(this::deliver), new Thread(this::deliver), new Thread(this::deliver));
        nodes.forEach(Thread::start);
        for (var node : nodes) {
            node.join();
        }
        assertThat(server.received).hasSize(4);
        assertThat(all).allSatisfy(message -> assertThat(state(message)).isEqualTo("SENT"));
    }

    @Test
    void aServerThatRefusesForNowIsAskedAgainLaterAndThenGivenUp() {
        server.refuses = 451;
        var message = message("claude@example.org");
        deliver();
        deliver();
        assertThat(state(message)).isEqualTo("TO_SEND");
        assertThat(attempts(message)).as("not before the pause is over").isEqualTo(1);
        assertThat(outbox.undelivered()).anySatisfy(mail -> {
            assertThat(mail.id()).isEqualTo(message);
            assertThat(mail.givenUp()).isFalse();
            assertThat(mail.failure())
                    .startsWith("Le message n’a pas été accepté :")
                    .contains("451");
        });

        triedButOnce(message);
        pauseIsOver(message);
        deliver();
        assertThat(state(message)).isEqualTo("FAILED");
        assertThat(attempts(message)).isEqualTo(settings.attempts());

        server.refuses = 0;
        outbox.again(message);
        deliver();
        assertThat(server.received).hasSize(1);
        assertThat(state(message)).isEqualTo("SENT");
    }

    @Test
    void anUnknownAddressIsGivenUpAtOnceAndDelaysNoOther() {
        server.unknown = address -> address.startsWith("personne@");
        var lost = message("personne@example.org");
        var next = message("claude@example.org");
        deliver();

        assertThat(state(lost)).isEqualTo("FAILED");
        assertThat(attempts(lost)).isEqualTo(1);
        assertThat(state(next)).isEqualTo("SENT");
    }

    @Test
    void aConnectionThatDropsLosesNothing() {
        server.drops = true;
        var message = message("claude@example.org");
        deliver();
        assertThat(state(message)).isEqualTo("TO_SEND");

        server.drops = false;
        pauseIsOver(message);
        deliver();
        assertThat(server.received).hasSize(1);
        assertThat(state(message)).isEqualTo("SENT");
    }

    @Test
    void aServerThatHangsIsLeftAndAskedAgain() {
        server.hangs = new CountDownLatch(1);
        var message = message("claude@example.org");
        deliver();
        assertThat(state(message)).isEqualTo("TO_SEND");
        assertThat(attempts(message)).isEqualTo(1);
        server.hangs.countDown();
    }

    @Test
    void whatWasAcceptedJustBeforeACrashIsSentAgainUnderTheSameId() {
        var message = message("claude@example.org");
        deliver();
        // the crash: the server has it, the row was never marked
        database.sql("update notification set state = 'TO_SEND', sent_at = null where id = ?")
                .param(message)
                .update();
        deliver();
        assertThat(server.received).as("not before the pause is over").hasSize(1);

        pauseIsOver(message);
        deliver();
        assertThat(server.received).hasSize(2);
        assertThat(server.received.stream().map(OutboxTests::id).distinct()).hasSize(1);
    }

    @Test
    void noServerAtAllLosesNothing() {
        var message = message("claude@example.org");
        server.stop();
        deliver();
        assertThat(state(message)).isEqualTo("TO_SEND");
    }

    @Test
    void withoutAnAddressTheAdministratorIsTold() {
        var dossier = dossiers.get(known.opened());
        var message = new StoredMessage(dossier, letter("Objet", "Corps"), 0, null, null, true);
        messages.save(message);
        assertThat(outbox.undelivered()).anySatisfy(mail -> {
            assertThat(mail.id()).isEqualTo(message.id());
            assertThat(mail.givenUp()).isTrue();
        });
    }

    @Test
    void aDecisionIsSignedInItsMailToo() {
        var decision = new Message(
                UUID.randomUUID(),
                Letter.REJECTED,
                "Rejet",
                "Bonjour",
                Instant.now(),
                "",
                "",
                "Alix Fictif\nMaire",
                null);
        messages.save(new StoredMessage(dossiers.get(known.opened()), decision, 0, null, "claude@example.org", true));
        deliver();

        assertThat(server.received).singleElement().asString().contains("Bonjour", "Alix Fictif", "Maire");
    }

    @Test
    void aSubstituteIsToldOnceOfEachChangeAndOnlyWhenAndForWhat() throws Exception {
        var absent = officer();
        var substitute = officer();
        var today = ParisTime.dayOf(Instant.now());
        var absence = ApiClient.as(absent, port)
                .post("/absences", """
                        {"absent": "%s", "substitute": "%s", "firstDay": "%s", "lastDay": "%s"}""".formatted(absent, substitute, today, today.plusDays(3)));
        assertThat(absence.status()).isEqualTo(201);
        leaves(substitute);
        server.refuses = 451;
        deliver();
        assertThat(server.received).isEmpty();
        server.refuses = 0;
        pauseIsOver(rows(substitute).get(0));
        deliver();
        deliver();

        assertThat(server.received).hasSize(1);
        var told = read(server.received.get(0));
        assertThat(told.getAllRecipients()[0]).hasToString(substitute + "@example.org");
        assertThat(told.getSubject())
                .isEqualTo("Remplacement de Compte " + absent + " du " + FrenchDay.format(today) + " au "
                        + FrenchDay.format(today.plusDays(3)));
        assertThat((String) told.getContent()).contains("Compte " + absent, "toutes ses tâches");

        var end = "/absences/" + absence.json().path("id").asText() + "/end";
        assertThat(ApiClient.as(absent, port).post(end).status()).isEqualTo(204);
        assertThat(ApiClient.as(absent, port).post(end).status()).isEqualTo(409);
        leaves(substitute);
        deliver();
        assertThat(server.received).hasSize(2);
        assertThat(read(server.received.get(1)).getSubject()).isEqualTo("Fin du remplacement de Compte " + absent);
        assertThat(rows(substitute)).hasSize(2);
        assertThat(rows(absent)).isEmpty();
    }

    @Test
    void whoStandsInForNobodyIsToldNothingAndARefusedAbsenceTellsNobody() {
        var absent = officer();
        var substitute = officer();
        var today = ParisTime.dayOf(Instant.now());
        assertThat(ApiClient.as(absent, port)
                        .post("/absences", """
                        {"firstDay": "%s", "lastDay": "%s"}""".formatted(today, today))
                        .status())
                .isEqualTo(201);
        assertThat(ApiClient.as(absent, port)
                        .post("/absences", """
                        {"substitute": "%s", "firstDay": "%s", "lastDay": "%s"}""".formatted(substitute, today, today))
                        .faults())
                .containsExactly("firstDay:OVERLAP");
        assertThat(rows(absent)).isEmpty();
        assertThat(rows(substitute)).isEmpty();
    }

    @Test
    void anAbandonedWordToAnOfficerGoesToTheAddressThatIsKnownNow() {
        var officer = officer();
        var word = messages.save(
                new StoredMessage(officer, "Remplacement", "Bonjour", Instant.now(), "personne@example.org", true));
        database.sql("update notification set state = 'FAILED', failure = '550' where id = ?")
                .param(word.id())
                .update();
        assertThat(ApiClient.as("admin", port).get("/undelivered-mails").json()).anySatisfy(mail -> {
            assertThat(mail.path("id").asText()).isEqualTo(word.id().toString());
            assertThat(mail.path("dossier").isNull()).isTrue();
        });
        outbox.again(word.id());
        deliver();
        assertThat(server.received).singleElement().asString().contains("To: " + officer + "@example.org");
    }

    private String officer() {
        var name = "agent-" + UUID.randomUUID().toString().substring(0, 8);
        accounts.create(
                name,
                "Compte " + name,
                name + "@example.org",
                "demonstration",
                Set.of(new Membership(Role.INSTRUCTOR, "littoral")));
        return name;
    }

    private List<UUID> rows(String recipient) {
        return database.sql("select id from notification where recipient = ? order by written_at")
                .param(recipient)
                .query(UUID.class)
                .list();
    }

    /** As where a mail server is set: these tests run without, and give the postman theirs. */
    private void leaves(String recipient) {
        database.sql("update notification set state = 'TO_SEND' where recipient = ? and state = 'PORTAL_ONLY'")
                .param(recipient)
                .update();
    }

    private static MimeMessage read(String mail) throws MessagingException {
        return new MimeMessage(null, new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theApiShowsWhatWasGivenUpAndTriesAgainForStewardsOnly() {
        var message = message("claude@example.org");
        database.sql("update notification set state = 'FAILED', failure = '550 inconnu' where id = ?")
                .param(message)
                .update();
        for (var steward : List.of("admin", "gestionnaire")) {
            assertThat(ApiClient.as(steward, port).get("/undelivered-mails").json())
                    .anySatisfy(mail -> {
                        assertThat(mail.path("id").asText()).isEqualTo(message.toString());
                        assertThat(mail.path("failure").asText()).isEqualTo("550 inconnu");
                        assertThat(mail.path("givenUp").asBoolean()).isTrue();
                    });
        }
        var retry = "/undelivered-mails/" + message + "/retry";
        for (var other : List.of("porteur", "instructeur", "modeleur")) {
            assertThat(ApiClient.as(other, port).get("/undelivered-mails").status())
                    .isEqualTo(403);
            assertThat(ApiClient.as(other, port).post(retry).status()).isEqualTo(403);
        }
        assertThat(state(message)).isEqualTo("FAILED");
        assertThat(ApiClient.as("admin", port)
                        .post("/undelivered-mails/" + UUID.randomUUID() + "/retry")
                        .status())
                .isEqualTo(404);
        assertThat(ApiClient.as("admin", port).post(retry).status()).isEqualTo(204);
        assertThat(state(message)).isEqualTo("TO_SEND");
    }

    private UUID message(String address) {
        var dossier = dossiers.get(known.opened());
        var message = new StoredMessage(
                dossier, letter("Votre fiche « été »", "Bonjour,\n\nÀ bientôt."), 0, null, address, true);
        return messages.save(message).id();
    }

    private static Message letter(String subject, String body) {
        return new Message(UUID.randomUUID(), Letter.REMINDER, subject, body, Instant.now(), "", "", "", null);
    }

    private void deliver() {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.port());
        var limits = new Properties();
        for (var limit : List.of("connectiontimeout", "timeout", "writetimeout")) {
            limits.setProperty("mail.smtp." + limit, "2000");
        }
        sender.setJavaMailProperties(limits);
        new Postman(outbox, sender, settings).deliver();
    }

    private void triedButOnce(UUID message) {
        database.sql("update notification set attempts = ? where id = ?")
                .params(settings.attempts() - 1, message)
                .update();
    }

    private void pauseIsOver(UUID message) {
        database.sql("update notification set next_attempt_at = now() - interval '1 second' where id = ?")
                .param(message)
                .update();
    }

    private String state(UUID message) {
        return messages.findById(message).orElseThrow().state().name();
    }

    private int attempts(UUID message) {
        return messages.findById(message).orElseThrow().toMail().attempts();
    }

    private static String id(String mail) {
        return Arrays.stream(mail.split("\r?\n"))
                .filter(line -> line.startsWith("Message-ID:"))
                .findFirst()
                .orElseThrow();
    }

    private static final class Server {

        private final List<String> received = new CopyOnWriteArrayList<>();
        private volatile int refuses;
        private volatile boolean drops;
        private volatile Predicate<String> unknown = address -> false;
        private volatile CountDownLatch hangs = new CountDownLatch(0);
        private SMTPServer smtp = SMTPServer.port(0).build();
        private int port;

        void start() {
            smtp = SMTPServer.port(0)
                    .hostName("127.0.0.1")
                    .messageHandlerFactory(this::handler)
                    .build();
            smtp.start();
            port = smtp.getPortAllocated();
        }

        int port() {
            return port;
        }

        void stop() {
            hangs.countDown();
            smtp.stop();
        }

        private MessageHandler handler(MessageContext context) {
            return new MessageHandler() {
                @Override
                public void from(String address) {}

                @Override
                public void done() {}

                @Override
                public void recipient(String address) throws RejectException {
                    if (unknown.test(address)) {
                        throw new RejectException(550, "No such user");
                    }
                }

                @Override
                public String data(InputStream data) throws RejectException, IOException {
                    if (drops) {
                        throw new DropConnectionException("gone");
                    }
                    await();
                    if (refuses > 0) {
                        throw new RejectException(refuses, "Try again later");
                    }
                    received.add(new String(data.readAllBytes(), StandardCharsets.UTF_8));
                    return "OK";
                }

                private void await() {
                    try {
                        hangs.await();
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                }
            };
        }
    }
}
