package fr.ruche.notification;

import java.util.UUID;

/**
 * An e-mail to send.
 *
 * @param id also its Message-ID, so that a mailbox that is given it twice keeps one
 * @param attempts counted with the one that begins
 */
record Mail(UUID id, String dossier, String address, String subject, String body, int attempts) {}
