package fr.ruche.programme;

import java.time.Instant;

/** One change of the parameters of a call. */
public record CallVersion(int version, String author, String reason, Instant at) {}
