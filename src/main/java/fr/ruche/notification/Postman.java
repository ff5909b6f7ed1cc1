package fr.ruche.notification;

import fr.ruche.common.Sentences;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * Carries e-mails from the outbox to the mail server. One that was accepted just before a crash is carried again, under
 * the Message-ID it had: SMTP allows no better, and a mailbox keeps one of the two.
 */
class Postman {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    /** Answers from 500 on are final (RFC 5321, 4.2.1). */
    private static final int FINAL = 500;

    /** What may stand in the way, and the sentence that says it. */
    private static final Map<Class<? extends Throwable>, String> WHYS = Map.of(
            AddressException.class, "mails.why.address",
            SMTPAddressFailedException.class, "mails.why.unknown",
            AuthenticationFailedException.class, "mails.why.account",
            UnknownHostException.class, "mails.why.host",
            SocketTimeoutException.class, "mails.why.late",
            ConnectException.class, "mails.why.silent");

    private final Outbox outbox;
    private final JavaMailSender server;
    private final MailSettings settings;

    Postman(Outbox outbox, JavaMailSender server, MailSettings settings) {
        this.outbox = outbox;
        this.server = server;
        this.settings = settings;
    }

    /** Carries all that is due, until the server refuses one for now: the others would fare no better. */
    void deliver() {
        Optional<Mail> mail;
        do {
            mail = outbox.take();
        } while (mail.isPresent() && deliver(mail.get()));
    }

    /** Whether it is worth going on. */
    private boolean deliver(Mail mail) {
        try {
            server.send(written(mail));
            outbox.sent(mail.id());
            return true;
        } catch (MailException | MessagingException refusal) {
            var causes = causes(refusal);
            var why = why(causes);
            LOG.warn(Sentences.of("mails.attempt", mail.id(), mail.about(), mail.attempts()));
            if (causes.stream().anyMatch(Postman::isFinal)) {
                outbox.failed(mail.id(), why);
                return true;
            }
            outbox.refused(mail, why);
            return false;
        }
    }

    private MimeMessage written(Mail mail) throws MessagingException {
        var message = server.createMimeMessage();
        var helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
        helper.setFrom(settings.from());
        helper.setTo(mail.address());
        helper.setSubject(mail.subject());
        helper.setText(mail.body());
        message.setHeader("Message-ID", "<" + mail.id() + "@" + settings.domain() + ">");
        message.setHeader("Auto-Submitted", "auto-generated"); // no answering machine answers (RFC 3834)
        return message;
    }

    /** The address is malformed, or the server does not know it: to ask again is of no use. */
    private static boolean isFinal(Throwable cause) {
        return cause instanceof AddressException
                || (cause instanceof SMTPAddressFailedException unknown && unknown.getReturnCode() >= FINAL);
    }

    /** From the outside to the inside; JavaMail and Spring each have a chain of their own. */
    private static List<Throwable> causes(Throwable failure) {
        var chain = new ArrayList<Throwable>();
        Throwable cause = failure;
        while (cause != null && !chain.contains(cause)) {
            chain.add(cause);
            cause = inside(cause);
        }
        return chain;
    }

    private static @Nullable Throwable inside(Throwable cause) {
        if (cause instanceof MailSendException several && several.getMessageExceptions().length > 0) {
            return several.getMessageExceptions()[0];
        }
        if (cause instanceof MessagingException nested && nested.getNextException() != null) {
            return nested.getNextException();
        }
        return cause.getCause();
    }

    /** What stands in the way, in French, and what the server or the network said of it. */
    private static String why(List<Throwable> causes) {
        var said = said(causes.get(causes.size() - 1));
        return causes.stream()
                .flatMap(cause -> known(cause).stream())
                .findFirst()
                .map(key -> Sentences.of(key, said))
                .orElseGet(() -> Sentences.of("mails.why.refused", said));
    }

    private static Optional<String> known(Throwable cause) {
        if (cause instanceof SMTPAddressFailedException && !isFinal(cause)) {
            return Optional.empty(); // not now, which says nothing against the address
        }
        return WHYS.entrySet().stream()
                .filter(why -> why.getKey().isInstance(cause))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static String said(Throwable cause) {
        return cause.getMessage() == null || cause.getMessage().isBlank()
                ? cause.getClass().getSimpleName()
                : cause.getMessage().strip();
    }
}
