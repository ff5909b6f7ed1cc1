package fr.ruche.document;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface Register extends JpaRepository<Document, UUID> {

    List<Document> findByOwnerOrderByAddedAt(String owner);
}
