package fr.ruche.jury;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface SessionTable extends JpaRepository<HeldSession, UUID> {

    List<HeldSession> findAllByOrderByStartsAtDesc();
}
