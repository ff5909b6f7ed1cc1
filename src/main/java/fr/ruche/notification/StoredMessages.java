package fr.ruche.notification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface StoredMessages extends JpaRepository<StoredMessage, UUID> {

    List<StoredMessage> findByDossierOrderByWrittenAt(String dossier);

    @Query(nativeQuery = true, value = """
            select * from notification where state = 'TO_SEND' and next_attempt_at <= :now
            order by next_attempt_at limit 1 for update skip locked""")
    Optional<StoredMessage> findDue(Instant now);

    @Query("select m from StoredMessage m where m.decides = true and m.readAt is null and m.handedOn is null"
            + " and (m.recipient is null or m.state = FAILED or m.writtenAt > :since) order by m.writtenAt limit 500")
    List<StoredMessage> findNotKnown(Instant since);

    @Query("select m from StoredMessage m where m.state = FAILED or m.state = TO_SEND and m.failure is not null"
            + " order by m.writtenAt limit 500")
    List<StoredMessage> findUndelivered();
}
