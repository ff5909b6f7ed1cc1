package fr.ruche.dossier;

import fr.ruche.programme.Assessment;
import fr.ruche.programme.Project;
import fr.ruche.programme.Verdict;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What the rules said, when, of which facts, by which version. */
@Entity
class RuleEvaluation {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable private Long id;

    private String dossier;

    @Enumerated(EnumType.STRING)
    private Dossiers.Moment moment;

    private Instant at;
    private int callVersion;
    private int rulesVersion;

    @Enumerated(EnumType.STRING)
    private Verdict verdict;

    @JdbcTypeCode(SqlTypes.JSON)
    private Project input;

    @JdbcTypeCode(SqlTypes.JSON)
    private Assessment result;

    @SuppressWarnings("NullAway.Init")
    RuleEvaluation() {}

    RuleEvaluation(DossierNumber dossier, Dossiers.Moment moment, Instant at, Project input, Assessment result) {
        this.dossier = dossier.value();
        this.moment = moment;
        this.at = at;
        this.callVersion = result.callVersion();
        this.rulesVersion = result.rulesVersion();
        this.verdict = result.verdict();
        this.input = input;
        this.result = result;
    }

    Assessment result() {
        return result;
    }

    Evaluation toEvaluation() {
        return new Evaluation(moment, at, input, result);
    }
}
