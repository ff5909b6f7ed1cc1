package fr.ruche.consultation;

import fr.ruche.dossier.DossierNumber;
import fr.ruche.identity.Actor;
import fr.ruche.workflow.Answered;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "consultation")
class GivenConsultation {

    @Id
    private UUID id;

    private String dossier;
    private String step;
    private String label;

    @Enumerated(EnumType.STRING)
    @Nullable private ServiceOpinion opinion;

    @Column(columnDefinition = "text[]")
    private String[] services;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Answered> answers;

    private String givenBy;
    private String givenByName;

    @Nullable private String onBehalfOf;

    private Instant givenAt;

    @SuppressWarnings("NullAway.Init")
    GivenConsultation() {}

    /** @param services those in whose name the officer may speak of this dossier */
    GivenConsultation(DossierNumber dossier, Consultation given, Set<String> services, Actor by) {
        this.id = UUID.randomUUID();
        this.dossier = dossier.value();
        this.step = given.step();
        this.label = given.label();
        this.opinion = given.opinion();
        this.services = services.stream().sorted().toArray(String[]::new);
        this.answers = given.answers();
        this.givenBy = by.username();
        this.givenByName = given.by();
        this.onBehalfOf = given.onBehalfOf();
        this.givenAt = given.at();
    }

    boolean isOf(Collection<String> some) {
        return List.of(services).stream().anyMatch(some::contains);
    }

    Consultation toConsultation() {
        return new Consultation(step, label, opinion, answers, givenByName, onBehalfOf, givenAt);
    }
}
