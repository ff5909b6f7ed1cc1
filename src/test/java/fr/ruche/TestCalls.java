package fr.ruche;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.ruche.dossier.TestMoves;
import fr.ruche.programme.CallParameters;
import fr.ruche.programme.CallVariants;
import fr.ruche.programme.Calls;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Changes the demonstration call as a manager would, and waits until its dossiers follow. Whoever changes it puts it
 * back.
 */
@Component
public class TestCalls {

    private final Calls calls;
    private final TestMoves moves;

    TestCalls(Calls calls, TestMoves moves) {
        this.calls = calls;
        this.moves = moves;
    }

    public CallParameters current() {
        return calls.current(TestDossiers.CALL).parameters();
    }

    public void change(CallParameters parameters) {
        calls.change(TestDossiers.CALL, parameters, "gestionnaire", "Essai");
        moves.await();
    }

    public void change(Consumer<ObjectNode> how) {
        change(CallVariants.with(current(), how));
    }

    /** Gives {@link TestDossiers#TERRITORY} days of its own. */
    public void moveTo(LocalDate ficheDeadline, LocalDate dossierDeadline) {
        change(call -> {
            var calendar = (ObjectNode) call.path("calendar");
            calendar.putObject("territories")
                    .putObject(TestDossiers.TERRITORY)
                    .put("ficheDeadline", ficheDeadline.toString())
                    .put("dossierDeadline", dossierDeadline.toString());
        });
    }
}
