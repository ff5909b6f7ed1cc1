package fr.ruche.document;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface Contents extends JpaRepository<DocumentContent, UUID> {}
