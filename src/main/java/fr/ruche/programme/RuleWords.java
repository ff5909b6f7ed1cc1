package fr.ruche.programme;

import static fr.ruche.review.ColumnWord.choice;
import static fr.ruche.review.ColumnWord.of;
import static fr.ruche.review.ValueType.FLAG;
import static fr.ruche.review.ValueType.LIST;
import static fr.ruche.review.ValueType.MOMENT;
import static fr.ruche.review.ValueType.NUMBER;
import static fr.ruche.review.ValueType.TEXT;

import fr.ruche.common.Sentences;
import fr.ruche.review.ColumnWord;
import fr.ruche.review.TableWord;
import fr.ruche.review.ValueType;
import fr.ruche.workflow.ModelWords;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the decision tables of the rules are given, and what is read of them: see {@link EligibilityFacts}. */
@Component
class RuleWords implements ModelWords {

    @Override
    public List<TableWord> tables() {
        return List.of(eligibility(), convention(), juryRouting());
    }

    private static TableWord eligibility() {
        return new TableWord(
                "eligibility",
                Sentences.of("table.eligibility"),
                false,
                Stream.of(project(), money(), measure(), call(), texts())
                        .flatMap(List::stream)
                        .toList(),
                List.of(
                        of("rule", TEXT),
                        choice("verdict", Verdict.class),
                        of("message", TEXT),
                        of("found", TEXT),
                        of("required", TEXT),
                        of("source", TEXT)));
    }

    private static List<ColumnWord> project() {
        return List.of(
                of("fiche.receivedAt", MOMENT),
                of("fiche.limit", MOMENT),
                of("dossier.receivedAt", MOMENT),
                of("dossier.limit", MOMENT),
                choice("conformity", Conformity.class),
                of("missingDocuments", LIST),
                of("priorContact", FLAG),
                of("activityProgramme", FLAG),
                of("uncoveredNeed", FLAG),
                of("priorityNeighbourhood", FLAG),
                of("themes", LIST),
                of("localAuthority", FLAG));
    }

    private static List<ColumnWord> money() {
        return all(
                NUMBER,
                "totalCost",
                "requestedInvestment",
                "requested",
                "resources",
                "localFunding",
                "cofinancingBase",
                "publicFunding",
                "ownFunds",
                "aboveCap");
    }

    private static List<ColumnWord> measure() {
        return Stream.of(
                        List.of(
                                of("measure.code", TEXT),
                                of("measure.floor", NUMBER),
                                of("measure.localCofinancingRate", NUMBER),
                                of("measure.priorityGeography", FLAG),
                                of("measure.themeRequired", FLAG)),
                        all(
                                TEXT,
                                "measure.sources.floor",
                                "measure.sources.caps",
                                "measure.sources.localCofinancingRate",
                                "measure.sources.priorityGeography",
                                "measure.sources.themeRequired"))
                .flatMap(List::stream)
                .toList();
    }

    private static List<ColumnWord> call() {
        return List.of(
                of("call.tacitConformity", FLAG),
                of("call.regularisationOpen", FLAG),
                of("call.clipAboveCap", FLAG),
                of("call.ownShareRate", NUMBER));
    }

    private static List<ColumnWord> texts() {
        return all(
                TEXT,
                "text.ficheReceivedAt",
                "text.ficheDeadline",
                "text.dossierReceivedAt",
                "text.dossierDeadline",
                "text.missingDocuments",
                "text.themes",
                "text.requested",
                "text.floor",
                "text.caps",
                "text.aboveCap",
                "text.resources",
                "text.totalCost",
                "text.imbalance",
                "text.localFunding",
                "text.cofinancingBase",
                "text.localRate",
                "text.localRateRequired",
                "text.localFundingRequired",
                "text.ownFunds",
                "text.publicFunding",
                "text.ownShare",
                "text.ownShareRequired");
    }

    private static TableWord convention() {
        return new TableWord(
                "convention",
                Sentences.of("table.convention"),
                true,
                List.of(
                        of("privateHolder", FLAG),
                        of("awardedThisYear", NUMBER),
                        of("call.conventionThreshold", NUMBER)),
                List.of(of("conventionRequired", FLAG)));
    }

    private static TableWord juryRouting() {
        return new TableWord(
                "juryRouting",
                Sentences.of("table.juryRouting"),
                true,
                List.of(choice("scale", Scale.class), of("territorialJury", FLAG)),
                List.of(choice("route", Route.class), of("rule", TEXT), of("reason", TEXT), of("source", TEXT)));
    }

    private static List<ColumnWord> all(ValueType type, String... names) {
        return Stream.of(names).map(name -> of(name, type)).toList();
    }
}
