package fr.ruche.notification;

import fr.ruche.dossier.DossierCase;
import fr.ruche.identity.Accounts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where to write: to a porteur at the contact that the dossier names, else at the account; to an officer there. */
@Component
class Addresses {

    private final Accounts accounts;

    Addresses(Accounts accounts) {
        this.accounts = accounts;
    }

    @Nullable String of(DossierCase dossier) {
        var holder = dossier.fiche().holder();
        if (holder != null
                && holder.contactEmail() != null
                && !holder.contactEmail().isBlank()) {
            return holder.contactEmail();
        }
        return dossier.holder() == null ? null : of(dossier.holder()); // none: a dossier that came on paper
    }

    /** Null when the account has none. */
    @Nullable String of(String account) {
        return accounts.find(account)
                .map(Accounts.Summary::email)
                .filter(email -> !email.isBlank())
                .orElse(null);
    }
}
