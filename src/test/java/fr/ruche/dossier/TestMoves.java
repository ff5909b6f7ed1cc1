package fr.ruche.dossier;

import java.util.concurrent.ExecutionException;
import org.springframework.stereotype.Component;

/** Waits until the dossiers follow their call. */
@Component
public class TestMoves {

    private final CalendarMoves moves;

    TestMoves(CalendarMoves moves) {
        this.moves = moves;
    }

    public void await() {
        try {
            moves.catchUp().get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
