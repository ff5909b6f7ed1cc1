package fr.ruche.instruction;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface CheckedCompletenesses extends JpaRepository<CheckedCompleteness, UUID> {

    List<CheckedCompleteness> findByDossierOrderByCheckedAt(String dossier);
}
