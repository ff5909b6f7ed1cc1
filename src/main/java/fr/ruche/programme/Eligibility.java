package fr.ruche.programme;

import org.springframework.stereotype.Component;

/** Holds a project against the rules of a call. */
@Component
public class Eligibility {

    /**
     * @param call code of the call
     * @param callVersion the version of its parameters
     * @throws fr.ruche.common.Rejected when the facts themselves make no sense (negative amount, unknown measure)
     */
    public Assessment assess(String call, int callVersion, Project project) {
        throw new UnsupportedOperationException();
    }
}
