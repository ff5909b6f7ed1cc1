package fr.ruche.batch;

import java.util.UUID;

/** A batch came further, began, stopped or ended; published in the transaction of it. */
public record BatchChanged(UUID batch) {}
