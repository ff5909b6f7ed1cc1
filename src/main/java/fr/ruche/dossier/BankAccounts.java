package fr.ruche.dossier;

import fr.ruche.common.Forbidden;
import fr.ruche.common.NotFound;
import fr.ruche.common.Sentences;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The bank account of a porteur, which officers see masked. */
@Service
public class BankAccounts {

    private final DossierRegister register;
    private final Timeline timeline;

    BankAccounts(DossierRegister register, Timeline timeline) {
        this.register = register;
        this.timeline = timeline;
    }

    /**
     * The whole number, for the manager who pays; the timeline keeps who has read it.
     *
     * @throws Forbidden when not a manager
     * @throws NotFound when the dossier has none yet
     */
    @Transactional
    public String reveal(DossierNumber number, Actor by) {
        if (!by.is(Role.MANAGER)) {
            throw new Forbidden(Sentences.of("iban.forbidden"));
        }
        var full = register.get(number).toCase().full();
        if (full == null || full.iban() == null) {
            throw new NotFound(Sentences.of("iban.none"));
        }
        timeline.add(number, "IBAN_SHOWN", Sentences.of("iban.shown"), by);
        return full.iban();
    }
}
