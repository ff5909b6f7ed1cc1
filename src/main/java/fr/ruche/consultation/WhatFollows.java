package fr.ruche.consultation;

import fr.ruche.common.Sentences;

/** What comes of a step that a modeller has drawn, where its form asks for it in the field {@code suite}. */
public enum WhatFollows {
    /** The way goes on; also where the form does not ask. */
    POURSUIVRE,
    /** Not now: the diagram says where it waits. */
    ATTENDRE,
    /** Something is to be done again. */
    REPRENDRE,
    /** The request is declined, with a motive that its porteur will read. */
    REFUSER;

    /** In French, lower case. */
    public String label() {
        return Sentences.of("record.suite." + name());
    }
}
