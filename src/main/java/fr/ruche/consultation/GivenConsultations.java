package fr.ruche.consultation;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface GivenConsultations extends JpaRepository<GivenConsultation, UUID> {

    List<GivenConsultation> findByDossierOrderByGivenAt(String dossier);
}
