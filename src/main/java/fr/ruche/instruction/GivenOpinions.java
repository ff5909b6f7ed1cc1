package fr.ruche.instruction;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface GivenOpinions extends JpaRepository<GivenOpinion, UUID> {

    List<GivenOpinion> findByDossierOrderByGivenAt(String dossier);
}
