package fr.ruche.marking;

import java.util.UUID;

/**
 * Published in the transaction that reveals the marks of a session, or changes what they come to afterwards. Says
 * nothing of them.
 */
public record MarksKnown(UUID session) {}
