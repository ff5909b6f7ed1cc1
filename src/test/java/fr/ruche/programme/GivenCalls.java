package fr.ruche.programme;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.ruche.TestDossiers;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Calls that a test has opened. */
@Component
public class GivenCalls {

    private static final AtomicInteger LAST = new AtomicInteger();

    private final Calls calls;

    GivenCalls(Calls calls) {
        this.calls = calls;
    }

    /**
     * Another call like the shipped one, for tests whose work grows with the dossiers of a call.
     *
     * @return its code
     */
    public String open() {
        var code = "AUTRE-" + LAST.incrementAndGet();
        var parameters = CallVariants.with(
                calls.current(TestDossiers.CALL).parameters(), call -> call.put("programme", "ESSAI"));
        calls.open(code, parameters, "test", "Un appel pour l’essai.");
        return code;
    }

    /** A call is never taken away; this one is long over, so that no other test meets it among the open ones. */
    public void close(String code) {
        var over = CallVariants.with(calls.current(code).parameters(), call -> {
            var calendar = (ObjectNode) call.path("calendar");
            calendar.put("opening", "2001-01-01")
                    .put("ficheDeadline", "2001-01-02")
                    .put("dossierDeadline", "2001-01-02");
        });
        calls.change(code, over, "test", "Fin de l’essai.");
    }
}
