package fr.ruche.conformity;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface ConformityOpinions extends JpaRepository<ConformityOpinion, UUID> {

    List<ConformityOpinion> findByDossierOrderByGivenAt(String dossier);

    boolean existsByCallAndTerritoryAndMeasureAndHeldRankAndDossierNot(
            String call, String territory, String measure, Integer rank, String dossier);
}
