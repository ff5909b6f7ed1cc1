package fr.ruche.demonstration;

import fr.ruche.identity.Acting;
import fr.ruche.programme.Calls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Fills a first visit: accounts, sessions, dossiers at every step; each once, never again at a later start. */
@Component
@ConditionalOnBooleanProperty("ruche.demonstration.enabled")
class Demonstration implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(Demonstration.class);

    private final DemonstrationAccounts accounts;
    private final Environment environment;
    private static final int BUSY_DOSSIERS = 80;
    private static final int BUSY_JURORS = 12;

    private final BusySession busySession;
    private final Storyteller storyteller;
    private final Sessions sessions;
    private final Acting acting;
    private final Calls calls;
    private final Told told;

    Demonstration(
            DemonstrationAccounts accounts,
            Environment environment,
            BusySession busySession,
            Storyteller storyteller,
            Sessions sessions,
            Acting acting,
            Calls calls,
            Told told) {
        this.accounts = accounts;
        this.environment = environment;
        this.busySession = busySession;
        this.storyteller = storyteller;
        this.sessions = sessions;
        this.acting = acting;
        this.calls = calls;
        this.told = told;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        accounts.create();
        if (environment.getProperty("ruche.demonstration.dossiers", Boolean.class, true)) {
            var book = StoryBook.read();
            tell(book);
            if (environment.getProperty("ruche.demonstration.busy-session", Boolean.class, false)) {
                busySession.tell(book, BUSY_DOSSIERS, BUSY_JURORS);
            }
        }
    }

    /** Each part is one transaction with the note that it was done: a brutal stop leaves nothing half-told. */
    void tell(StoryBook book) {
        told.once(
                "governance",
                () -> acting.as("gestionnaire", manager -> sessions.seat(calls.current(book.call()), manager)));
        told.once("sessions", () -> {
            log.info("Première fois : création des séances de jury et des dossiers de démonstration…");
            acting.as("gestionnaire", manager -> sessions.convene(calls.current(book.call()), manager));
        });
        book.stories().forEach(story -> tell(book.call(), story));
    }

    /** A story that the rules of a changed call refuse must not keep the program from starting. */
    private void tell(String call, Story story) {
        try {
            told.once(story.key(), () -> storyteller.tell(call, story));
        } catch (RuntimeException refused) {
            log.warn("Dossier de démonstration « {} » : {}", story.title(), refused.getMessage());
        }
    }
}
