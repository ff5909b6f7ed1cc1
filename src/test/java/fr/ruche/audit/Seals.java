package fr.ruche.audit;

import org.springframework.stereotype.Component;

/** Seals now, where a test does not want to wait for the schedule. */
@Component
public class Seals {

    private final Sealer sealer;

    Seals(Sealer sealer) {
        this.sealer = sealer;
    }

    /** Until nothing waits: the schedule may be sealing at the same moment, and one of them lets the other go first. */
    public void seal() {
        do {
            sealer.seal();
        } while (sealer.waiting().facts() > 0);
    }
}
