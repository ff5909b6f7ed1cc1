package fr.ruche.dossier;

import java.util.Set;

/** Published in the transaction that changes who is kept from these dossiers; some may be as they were. */
public record RecusalsChanged(Set<DossierNumber> dossiers) {

    public RecusalsChanged {
        dossiers = Set.copyOf(dossiers);
    }
}
