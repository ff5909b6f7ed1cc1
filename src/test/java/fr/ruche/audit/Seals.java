package fr.ruche.audit;

import org.springframework.stereotype.Component;

/** Seals now, where a test does not want to wait for the schedule. */
@Component
public class Seals {

    private final Sealer sealer;

    Seals(Sealer sealer) {
        this.sealer = sealer;
    }

    public void seal() {
        sealer.seal();
    }
}
