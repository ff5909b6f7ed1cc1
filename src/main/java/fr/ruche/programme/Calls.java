package fr.ruche.programme;

import java.util.List;
import org.springframework.stereotype.Component;

/** The calls and their versions. */
@Component
public class Calls {

    /** All calls, the latest opening first, each at its current version. */
    public List<Call> all() {
        throw new UnsupportedOperationException();
    }

    /** The call at its current version. @throws fr.ruche.common.NotFound when there is no such call */
    public Call current(String code) {
        throw new UnsupportedOperationException();
    }

    /** The call at one version. @throws fr.ruche.common.NotFound when there is none */
    public Call at(String code, int version) {
        throw new UnsupportedOperationException();
    }

    /**
     * Stores a new version and publishes {@link CallChanged}.
     *
     * @param reason why, in French, kept with the version
     * @throws fr.ruche.common.Rejected when the parameters contradict each other
     */
    public Call change(String code, CallParameters parameters, String author, String reason) {
        throw new UnsupportedOperationException();
    }
}
