package fr.ruche.jury;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface AgendaTable extends JpaRepository<ScheduledDossier, UUID> {

    @Query("select i from ScheduledDossier i where i.session = :session order by i.removedAt nulls first, i.position")
    List<ScheduledDossier> of(UUID session);

    List<ScheduledDossier> findBySessionInOrderByPosition(Collection<UUID> sessions);

    /** The item of the session for which the dossier waits, if any. */
    @Query("select i from ScheduledDossier i where i.dossier = :dossier and i.outcome is null and i.removedAt is null")
    Optional<ScheduledDossier> open(String dossier);

    /** How many of the reserve list of a session are ranked before a place. */
    @Query("select count(i) from ScheduledDossier i where i.session = :session and i.removedAt is null"
            + " and i.outcome = fr.ruche.jury.JuryOutcome.LISTE_COMPLEMENTAIRE and i.place < :place")
    int reservedBefore(UUID session, int place);

    /** Whether the dossier is or was on the agenda of the session. */
    boolean existsBySessionAndDossier(UUID session, String dossier);

    @Query("select coalesce(max(i.position), 0) from ScheduledDossier i where i.session = :session")
    int lastPosition(UUID session);

    @Query("select i from ScheduledDossier i where i.dossier = :dossier and i.outcome is not null"
            + " order by i.outcomeAt desc limit 1")
    Optional<ScheduledDossier> lastOutcome(String dossier);
}
