package fr.ruche.jury;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface KeptMinutesTable extends JpaRepository<KeptMinutes, UUID> {}
