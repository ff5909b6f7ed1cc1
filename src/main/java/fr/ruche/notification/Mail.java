package fr.ruche.notification;

import java.util.UUID;

/**
 * An e-mail to send.
 *
 * @param id also its Message-ID, so that a mailbox that is given it twice keeps one
 * @param about number of the dossier, or the account of the officer to whom it goes
 * @param attempts counted with the one that begins
 */
record Mail(UUID id, String about, String address, String subject, String body, int attempts) {}
