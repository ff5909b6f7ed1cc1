package fr.ruche.trial;

import java.util.UUID;

/** A replay waits to be worked on. */
record ReplayStarted(UUID replay) {}
