package fr.ruche.workshop;

import fr.ruche.common.Forbidden;
import fr.ruche.common.Sentences;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Role;
import java.util.Set;

/** Who may do what in the workshop. */
final class Door {

    private static final Set<Role> READERS = Set.of(Role.MODELLER, Role.MANAGER, Role.ADMINISTRATOR);

    private Door() {}

    /** @throws Forbidden for whoever is no modeller, manager or administrator */
    static void mayRead(Actor by) {
        if (READERS.stream().noneMatch(by::is)) {
            throw new Forbidden(Sentences.of("workshop.forbidden"));
        }
    }

    /** @throws Forbidden for whoever is no modeller */
    static void mayEdit(Actor by) {
        mayRead(by);
        if (!by.is(Role.MODELLER)) {
            throw new Forbidden(Sentences.of("workshop.edit.forbidden"));
        }
    }

    /** @throws Forbidden for whoever is no manager */
    static void mayDecide(Actor by) {
        mayRead(by);
        if (!by.is(Role.MANAGER)) {
            throw new Forbidden(Sentences.of("workshop.decide.forbidden"));
        }
    }

    /** @throws Forbidden for whoever is neither a modeller nor a manager */
    static void maySpeak(Actor by) {
        mayRead(by);
        if (!by.is(Role.MODELLER) && !by.is(Role.MANAGER)) {
            throw new Forbidden(Sentences.of("workshop.comment.forbidden"));
        }
    }

    /** @throws Forbidden for whoever is neither a modeller nor a manager */
    static void mayPublish(Actor by) {
        mayRead(by);
        if (!by.is(Role.MODELLER) && !by.is(Role.MANAGER)) {
            throw new Forbidden(Sentences.of("workshop.publish.forbidden"));
        }
    }
}
