package fr.ruche.notification;

import java.time.Instant;

/** A message to the porteur of a dossier, in plain text. */
public record Message(Letter letter, String subject, String body, Instant at) {}
