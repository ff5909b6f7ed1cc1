package fr.ruche.identity;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who is acting now: the account of the current request. */
@Component
public class Actors {

    /** Empty for the public and for what Ruche does by itself. */
    public Optional<Actor> current() {
        throw new UnsupportedOperationException();
    }

    /** @throws fr.ruche.common.Forbidden when nobody is signed in */
    public Actor required() {
        throw new UnsupportedOperationException();
    }

    public Optional<Actor> find(String username) {
        throw new UnsupportedOperationException();
    }
}
