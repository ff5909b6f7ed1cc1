package fr.ruche.dossier;

import fr.ruche.common.Euros;
import fr.ruche.common.FrenchDay;
import fr.ruche.common.ParisTime;
import fr.ruche.common.Sentences;
import fr.ruche.programme.Assessment;
import fr.ruche.programme.Calls;
import fr.ruche.programme.HolderKind;
import fr.ruche.territory.Commune;
import fr.ruche.territory.Epci;
import fr.ruche.territory.Territories;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What every officer's form shows of a dossier, as texts ready to read ({@code docs/architecture.md}). */
@Component
public class DossierFacts {

    /** The names that {@link #of} gives. */
    public static final Set<String> NAMES = Set.of(
            "dossierNumber",
            "dossierLink",
            "projectTitle",
            "projectSummary",
            "measureTitle",
            "communeName",
            "epciName",
            "receivedOn",
            "priorContact",
            "holderName",
            "holderKind",
            "totalCost",
            "requestedOperating",
            "requestedInvestment",
            "requestedTotal",
            "ruleResults");

    private final Dossiers dossiers;
    private final Calls calls;
    private final Territories territories;

    DossierFacts(Dossiers dossiers, Calls calls, Territories territories) {
        this.dossiers = dossiers;
        this.calls = calls;
        this.territories = territories;
    }

    /** {@link #NAMES}, and those that a step shows besides. */
    public static Set<String> and(String... names) {
        return Stream.concat(NAMES.stream(), Stream.of(names)).collect(Collectors.toUnmodifiableSet());
    }

    /** A new map, to which a step adds its own names. Never a null: what is not known is an empty text. */
    public Map<String, Object> of(DossierNumber number) {
        var dossier = dossiers.get(number);
        var facts = new LinkedHashMap<String, Object>();
        facts.put("dossierNumber", number.value());
        facts.put("dossierLink", "/bureau/dossiers/" + number);
        putProject(facts, dossier);
        putHolder(facts, dossier.fiche().holder());
        putAmounts(facts, dossier);
        facts.put(
                "ruleResults",
                dossiers.lastAssessment(number).map(DossierFacts::results).orElse(""));
        return facts;
    }

    private void putProject(Map<String, Object> facts, DossierCase dossier) {
        var fiche = dossier.fiche();
        facts.put("projectTitle", dossier.title());
        facts.put("projectSummary", text(fiche.summary()));
        facts.put("measureTitle", measureTitle(dossier));
        facts.put("communeName", commune(fiche.commune()));
        facts.put("epciName", epci(dossier.territory()));
        var received = dossier.dossierReceivedAt() == null ? dossier.ficheReceivedAt() : dossier.dossierReceivedAt();
        facts.put("receivedOn", received == null ? "" : FrenchDay.format(ParisTime.dayOf(received)));
        var contact = fiche.priorContact();
        facts.put("priorContact", contact == null ? "" : contactLine(contact));
    }

    private static void putHolder(Map<String, Object> facts, Fiche.@Nullable Organisation holder) {
        facts.put("holderName", holder == null ? "" : text(holder.name()));
        facts.put("holderKind", holder == null ? "" : kind(holder.kind()));
    }

    private void putAmounts(Map<String, Object> facts, DossierCase dossier) {
        var money = calls.at(dossier.call(), dossier.callVersion()).givesMoney(dossier.measure());
        Function<BigDecimal, String> shown = amount -> money ? Euros.format(amount) : "";
        facts.put("totalCost", shown.apply(dossier.totalCost()));
        facts.put("requestedOperating", shown.apply(dossier.requestedOperating()));
        facts.put("requestedInvestment", shown.apply(dossier.requestedInvestment()));
        facts.put("requestedTotal", shown.apply(dossier.requestedOperating().add(dossier.requestedInvestment())));
    }

    private String commune(@Nullable String code) {
        return code == null ? "" : territories.commune(code).map(Commune::name).orElse(code);
    }

    private String epci(@Nullable String siren) {
        return siren == null ? "" : territories.epci(siren).map(Epci::name).orElse(siren);
    }

    private String measureTitle(DossierCase dossier) {
        if (dossier.measure().isEmpty()) {
            return "";
        }
        return calls.at(dossier.call(), dossier.callVersion())
                .measure(dossier.measure())
                .title();
    }

    private static String results(Assessment assessment) {
        if (assessment.failures().isEmpty()) {
            return Sentences.of("rule.allKept");
        }
        return assessment.failures().stream()
                .map(failure -> failure.rule() + " : " + failure.message())
                .collect(Collectors.joining("\n"));
    }

    private static String contactLine(Fiche.PriorContact contact) {
        var day = contact.date() == null ? "" : FrenchDay.format(contact.date()) + ", ";
        return day + text(contact.persons());
    }

    private static String kind(@Nullable HolderKind kind) {
        if (kind == null) {
            return "";
        }
        return Sentences.of("holderKind.short." + kind);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
