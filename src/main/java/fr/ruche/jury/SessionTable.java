package fr.ruche.jury;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface SessionTable extends JpaRepository<HeldSession, UUID> {

    List<HeldSession> findAllByOrderByStartsAtDesc();

    List<HeldSession> findByStatusInOrderByStartsAtDesc(Collection<SessionStatus> statuses);

    @Query(
            "select s from HeldSession s where s.id in (select i.session from ScheduledDossier i where i.dossier = :dossier)"
                    + " order by s.startsAt desc")
    List<HeldSession> hearing(String dossier);

    /** Those to come of a jury whose agenda is still open and composes itself, the next first. */
    @Query("select s.id from HeldSession s where s.call = :call and s.jury = :jury"
            + " and s.status = fr.ruche.jury.SessionStatus.CONVOQUEE and s.agendaMeasures is not null"
            + " and s.startsAt > :now order by s.startsAt")
    List<UUID> composing(String call, String jury, Instant now);

    /** Nobody else changes its agenda until the end of the transaction. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from HeldSession s where s.id = :id")
    Optional<HeldSession> forChange(UUID id);
}
