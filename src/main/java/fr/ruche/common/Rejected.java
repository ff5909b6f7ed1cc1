package fr.ruche.common;

import java.util.List;
import java.util.stream.Collectors;

/** Input that a rule refuses. Nothing has been changed; every fault is listed, never only the first. */
public class Rejected extends RuntimeException {

    private final transient List<Fault> faults;

    public Rejected(List<Fault> faults) {
        super(faults.stream().map(Fault::message).collect(Collectors.joining(" ")));
        this.faults = List.copyOf(faults);
    }

    public static Rejected because(String field, String rule, String message) {
        return new Rejected(List.of(new Fault(field, rule, message)));
    }

    /** Throws when there is at least one fault. */
    public static void ifAny(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new Rejected(faults);
        }
    }

    public List<Fault> faults() {
        return faults;
    }
}
