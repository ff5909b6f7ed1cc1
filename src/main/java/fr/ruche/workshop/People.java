package fr.ruche.workshop;

import fr.ruche.identity.Actor;
import fr.ruche.identity.Actors;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names of accounts, each looked up once. */
final class People {

    /** Who does what the program does by itself. */
    static final String RUCHE = "ruche";

    private final Actors actors;
    private final Map<String, String> known = new HashMap<>(Map.of(RUCHE, "Ruche"));

    People(Actors actors) {
        this.actors = actors;
    }

    String name(String account) {
        return known.computeIfAbsent(
                account, one -> actors.find(one).map(Actor::displayName).orElse(one));
    }

    @Nullable String nameOf(@Nullable String account) {
        return account == null ? null : name(account);
    }
}
