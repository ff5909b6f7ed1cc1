package fr.ruche.notification;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface StoredMessages extends JpaRepository<StoredMessage, UUID> {

    List<StoredMessage> findByDossierOrderByWrittenAt(String dossier);
}
