package fr.ruche.dossier;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.ruche.dossier.FullDossier.BudgetLine;
import fr.ruche.dossier.FullDossier.Section;
import fr.ruche.programme.HolderKind;
import fr.ruche.programme.Scale;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A fiche and a full dossier with nothing missing; the organisation is fictitious, the communes are real. */
public final class DossierExamples {

    /** The call that is open while tests run. */
    public static final String OPEN_CALL = "DSDT-2026";
    /** The closed call of the document. */
    public static final String CLOSED_CALL = "DSDT-2015";
    /** In the territory of {@code technicien}. */
    public static final String LENS = "62498";
    /** In the territory of {@code technicien2}. */
    public static final String ROUBAIX = "59512";

    private static final JsonMapper JSON = JsonMapper.builder()
            .findAndAddModules()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private DossierExamples() {}

    public static Fiche fiche() {
        return fiche("F1", LENS);
    }

    public static Fiche fiche(String measure, @Nullable String commune) {
        return new Fiche(
                measure,
                Scale.COMMUNALE,
                "Micro-projets de quartier",
                "Un fonds pour les idées des habitants.\nDeux lignes.",
                commune,
                null,
                List.of(),
                new Fiche.Organisation(
                        HolderKind.ASSOCIATION,
                        "Les Voisins du Onze (fictif)",
                        "99900001100018",
                        "W595999001",
                        "1 rue des Exemples",
                        "Camille Exemple",
                        "Dominique Exemple",
                        "contact@exemple.fr",
                        "03 20 00 00 00"),
                new Fiche.PriorContact(LocalDate.of(2014, 10, 15), "Service politique de la ville"),
                false,
                new BigDecimal("10000.00"),
                new BigDecimal("2000.00"),
                LocalDate.of(2027, 3, 1),
                LocalDate.of(2027, 12, 31));
    }

    /** Balanced, 10 000 euros in all, 2 000 asked of the Region, 3 000 of local authorities: 30 % exactly. */
    public static FullDossier full() {
        return full(budget());
    }

    public static FullDossier full(List<BudgetLine> budget) {
        return new FullDossier(
                "Donner aux habitants les moyens d’agir.",
                "Un fonds géré par les habitants.",
                "Les habitants du quartier.",
                "Un comité d’habitants décide.",
                "Le centre social.",
                "Un comité de pilotage.",
                "Le nombre de projets.",
                null,
                null,
                new BigDecimal("2000.00"),
                new BigDecimal("0.00"),
                "FR7699999000010000000100122",
                true,
                budget);
    }

    public static List<BudgetLine> budget() {
        return new ArrayList<>(List.of(
                line("60", "10000.00"),
                line("74-REGION", "2000.00"),
                line("74-COMMUNE", "2000.00"),
                line("74-EPCI", "1000.00"),
                line("74-ETAT", "3000.00"),
                line("PROPRES", "2000.00"),
                line("864", "1500.00"),
                line("870", "1500.00")));
    }

    public static BudgetLine line(String account, String amount) {
        return new BudgetLine(Section.OPERATING, account, null, new BigDecimal(amount), null);
    }

    /** As a JSON tree, to be spoilt by a test. */
    public static ObjectNode json(Object body) {
        return JSON.valueToTree(body);
    }
}
