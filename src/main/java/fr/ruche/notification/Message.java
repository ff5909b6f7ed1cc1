package fr.ruche.notification;

import java.time.Instant;
import java.util.UUID;

/**
 * A letter to the porteur of a dossier, in plain text, as it was written.
 *
 * @param sender who writes, a line each
 * @param addressee to whom, a line each
 */
public record Message(
        UUID id, Letter letter, String subject, String body, Instant at, String sender, String addressee) {}
