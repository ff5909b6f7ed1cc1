package fr.ruche.funding;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface DecisionHistory extends JpaRepository<FundingDecision, UUID> {

    List<FundingDecision> findByDossierOrderByDecidedAt(String dossier);
}
