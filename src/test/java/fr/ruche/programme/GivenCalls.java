package fr.ruche.programme;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Calls of other programmes than the shipped one, as their files state them. */
@Component
public class GivenCalls {

    private final CallFiles files;
    private final CallTables tables;
    private final Calls calls;

    GivenCalls(CallFiles files, CallTables tables, Calls calls) {
        this.files = files;
        this.tables = tables;
        this.calls = calls;
    }

    /** Puts the call into the database, under the code of its file. */
    public Call open(Map<String, byte[]> bundle, String code) {
        var stated = files.read(bundle, code).orElseThrow();
        calls.check(stated.parameters());
        tables.create(code, stated.parameters(), "test", "Un appel pour l’essai.");
        return calls.current(code);
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
