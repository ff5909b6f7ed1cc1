package fr.ruche.jury;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface RollTable extends JpaRepository<RollEntry, Long> {

    /** In the order in which they were recorded. */
    List<RollEntry> findBySessionInOrderById(Collection<UUID> sessions);
}
