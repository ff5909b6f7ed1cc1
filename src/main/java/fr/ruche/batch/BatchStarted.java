package fr.ruche.batch;

import java.util.UUID;

/** A batch begins, or goes on. */
record BatchStarted(UUID batch) {}
