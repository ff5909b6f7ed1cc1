package fr.ruche.deliberation;

import fr.ruche.allocation.Allocation;
import fr.ruche.allocation.Allocations;
import fr.ruche.allocation.Candidate;
import fr.ruche.common.Euros;
import fr.ruche.common.Sentences;
import fr.ruche.deliberation.Plan.Gauge;
import fr.ruche.deliberation.Plan.Line;
import fr.ruche.deliberation.Plan.Part;
import fr.ruche.funding.Credit;
import fr.ruche.programme.Assessment;
import fr.ruche.programme.Eligibility;
import fr.ruche.programme.Project;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a scenario makes of the facts: ranked and served as {@code domain.md} 5.4 says, each section of the budget by
 * itself.
 */
@Component
class Calculation {

    private static final String ENVELOPE = "session";

    private final Allocations allocations;
    private final Eligibility eligibility;

    Calculation(Allocations allocations, Eligibility eligibility) {
        this.allocations = allocations;
        this.eligibility = eligibility;
    }

    /** What everything stands on. @param pots at most one for a credit and a measure */
    record Basis(String call, List<Fact> facts, List<Pot> pots) {

        /** From which a dossier of this measure draws; an empty one where there is none. */
        Pot pot(Credit credit, String measure) {
            return find(credit, measure).or(() -> find(credit, null)).orElse(new Pot(credit, null, Euros.ZERO));
        }

        Basis less(Credit credit, String measure, BigDecimal amount) {
            var from = pot(credit, measure);
            return new Basis(
                    call,
                    facts,
                    pots.stream()
                            .map(pot -> pot.equals(from) ? pot.less(amount) : pot)
                            .toList());
        }

        private Optional<Pot> find(Credit credit, @Nullable String measure) {
            return pots.stream()
                    .filter(pot -> pot.credit() == credit && Objects.equals(pot.measure(), measure))
                    .findFirst();
        }
    }

    /** Amounts alone, by dossier: the operating one, then the investment. Dossiers in the order of the ranking. */
    Map<String, Map<Credit, BigDecimal>> amounts(Scenario scenario, Basis basis) {
        var choices = scenario.choices().stream().collect(Collectors.toMap(Choice::dossier, Function.identity()));
        var ordered = ordered(scenario, basis.facts(), choices);
        var amounts = new LinkedHashMap<String, Map<Credit, BigDecimal>>();
        ordered.forEach(fact -> amounts.put(fact.dossier(), new HashMap<>()));
        for (var credit : Credit.values()) {
            var drawing = ordered.stream().collect(Collectors.groupingBy(fact -> basis.pot(credit, fact.measure())));
            drawing.forEach((pot, those) -> {
                var shared = share(scenario, credit, those, choices, available(pot));
                those.forEach(fact -> Objects.requireNonNull(amounts.get(fact.dossier()))
                        .put(credit, shared.grants().getOrDefault(fact.dossier(), Euros.ZERO)));
            });
        }
        return amounts;
    }

    /** @param before what each dossier had, in euros */
    Plan plan(Scenario scenario, Basis basis, Map<String, BigDecimal> before) {
        var amounts = amounts(scenario, basis);
        var facts = basis.facts().stream().collect(Collectors.toMap(Fact::dossier, Function.identity()));
        var choices = scenario.choices().stream().collect(Collectors.toMap(Choice::dossier, Function.identity()));
        var lines = new ArrayList<Line>();
        var rules = new HashMap<Integer, Optional<Eligibility.Rules>>();
        var cut = false;
        for (var entry : amounts.entrySet()) {
            var fact = Objects.requireNonNull(facts.get(entry.getKey()));
            var choice = choices.getOrDefault(fact.dossier(), Choice.none(fact.dossier()));
            var line =
                    line(scenario, basis.call(), rules, fact, choice, entry.getValue(), lines.size() + 1, before, !cut);
            cut = cut || line.cut();
            lines.add(line);
        }
        return new Plan(scenario, lines, gauges(basis, lines), parts(lines), seal(scenario, basis, lines));
    }

    /** Shares what two dossiers get together at one rate of what they may ask; euros. */
    Map<String, Map<Credit, BigDecimal>> split(Plan plan, Fact one, Fact other) {
        var amounts = new HashMap<String, Map<Credit, BigDecimal>>();
        amounts.put(one.dossier(), new HashMap<>());
        amounts.put(other.dossier(), new HashMap<>());
        var free = plan.scenario().policy();
        for (var credit : Credit.values()) {
            var sum = proposed(plan.line(one.dossier()), credit).add(proposed(plan.line(other.dossier()), credit));
            var candidates = List.of(
                    candidate(one, allowed(one, credit), Euros.ZERO, Euros.ZERO, true, false),
                    candidate(other, allowed(other, credit), Euros.ZERO, Euros.ZERO, true, false));
            var any = new fr.ruche.allocation.AllocationPolicy(Euros.ZERO, false, 0, false, false, free.unit());
            var shared = allocations.share(
                    fr.ruche.allocation.AllocationMode.PRORATA,
                    any,
                    Map.of(ENVELOPE, sum),
                    ENVELOPE,
                    candidates.stream().filter(c -> c.requested().signum() > 0).toList());
            amounts.forEach((dossier, of) -> of.put(credit, shared.grants().getOrDefault(dossier, Euros.ZERO)));
        }
        return amounts;
    }

    private List<Fact> ordered(Scenario scenario, List<Fact> facts, Map<String, Choice> choices) {
        var byDossier = facts.stream().collect(Collectors.toMap(Fact::dossier, Function.identity()));
        var ranked = allocations
                .rank(facts.stream()
                        .map(fact -> candidate(fact, Euros.ZERO, Euros.ZERO, Euros.ZERO, true, false))
                        .toList())
                .stream()
                .map(one -> Objects.requireNonNull(byDossier.get(one.id())))
                .toList();
        if (scenario.choices().stream().allMatch(one -> one.place() == null)) {
            return ranked;
        }
        var places = new @Nullable Fact[ranked.size()];
        var others = new ArrayList<Fact>();
        for (var fact : ranked) {
            var choice = choices.get(fact.dossier());
            var place = choice == null ? null : choice.place();
            if (place == null || place >= places.length || places[place] != null) {
                others.add(fact);
            } else {
                places[place] = fact;
            }
        }
        var rest = others.iterator();
        return Arrays.stream(places).map(at -> at == null ? rest.next() : at).toList();
    }

    private Allocation share(
            Scenario scenario, Credit credit, List<Fact> ordered, Map<String, Choice> choices, BigDecimal available) {
        var candidates = new ArrayList<Candidate>();
        for (var fact : ordered) {
            var choice = choices.getOrDefault(fact.dossier(), Choice.none(fact.dossier()));
            var wanted = wanted(fact, choice, credit);
            if (wanted.signum() > 0) {
                var elsewhere = wanted(fact, choice, credit == Credit.OPERATING ? Credit.INVESTMENT : Credit.OPERATING);
                candidates.add(candidate(
                        fact,
                        wanted,
                        least(fact.floor(), elsewhere, wanted),
                        least(fact.minimumUseful(), elsewhere, wanted),
                        fact.score() != null && fact.failures().isEmpty(),
                        choice.fate() != null));
            }
        }
        return allocations.shareInOrder(
                scenario.mode(), scenario.policy(), Map.of(ENVELOPE, available), ENVELOPE, candidates);
    }

    /** The part of a smallest amount that this section has to bear when the other one is granted in full. */
    private static BigDecimal least(BigDecimal smallest, BigDecimal elsewhere, BigDecimal wanted) {
        return smallest.subtract(elsewhere).max(Euros.ZERO).min(wanted);
    }

    private static Candidate candidate(
            Fact fact, BigDecimal wanted, BigDecimal floor, BigDecimal useful, boolean favourable, boolean postponed) {
        return new Candidate(
                fact.dossier(),
                ENVELOPE,
                fact.score() == null ? Euros.ZERO : fact.score(),
                fact.citizens(),
                fact.difficulty(),
                fact.depositedAt(),
                wanted,
                floor,
                useful,
                favourable,
                postponed);
    }

    private static BigDecimal wanted(Fact fact, Choice choice, Credit credit) {
        var settled = credit == Credit.OPERATING ? choice.operating() : choice.investment();
        return settled == null ? allowed(fact, credit) : settled.min(allowed(fact, credit));
    }

    private static BigDecimal allowed(Fact fact, Credit credit) {
        return credit == Credit.OPERATING ? fact.operating() : fact.investment();
    }

    private static BigDecimal available(Pot pot) {
        return pot.available().max(Euros.ZERO);
    }

    private Line line(
            Scenario scenario,
            String call,
            Map<Integer, Optional<Eligibility.Rules>> rules,
            Fact fact,
            Choice choice,
            Map<Credit, BigDecimal> amounts,
            int place,
            Map<String, BigDecimal> before,
            boolean first) {
        var operating = amounts.getOrDefault(Credit.OPERATING, Euros.ZERO);
        var investment = amounts.getOrDefault(Credit.INVESTMENT, Euros.ZERO);
        var total = operating.add(investment);
        var standing = standing(scenario, fact, choice, total);
        var held = total.signum() > 0 && total.compareTo(fact.asked()) != 0
                ? atAmounts(call, rules, fact, operating, investment)
                : null;
        return new Line(
                place,
                fact.dossier(),
                fact.title(),
                fact.measure(),
                fact.territory(),
                fact.score(),
                fact.citizens(),
                fact.difficulty(),
                fact.askedOperating(),
                fact.askedInvestment(),
                operating,
                investment,
                standing,
                first && standing == Standing.LISTE_COMPLEMENTAIRE,
                total.subtract(before.getOrDefault(fact.dossier(), total)),
                total.signum() > 0 ? fact.asked().subtract(total) : Euros.ZERO,
                held == null ? fact.localRate() : held.localCofinancingRate(),
                broken(scenario, fact, standing, total, held),
                total.signum() > 0 && total.compareTo(fact.floor()) < 0,
                choice);
    }

    private static Standing standing(Scenario scenario, Fact fact, Choice choice, BigDecimal total) {
        if (choice.fate() != null) {
            return choice.fate();
        }
        var score = fact.score();
        if (score == null
                || !fact.failures().isEmpty()
                || score.compareTo(scenario.policy().threshold()) < 0) {
            return Standing.DEFAVORABLE;
        }
        if (total.signum() == 0) {
            return Standing.LISTE_COMPLEMENTAIRE;
        }
        var full = total.compareTo(fact.operating().add(fact.investment())) == 0;
        return full ? Standing.RETENU : Standing.RETENU_PARTIEL;
    }

    /** The rules of the call, asked about this amount in place of the request. */
    private @Nullable Assessment atAmounts(
            String call,
            Map<Integer, Optional<Eligibility.Rules>> rules,
            Fact fact,
            BigDecimal operating,
            BigDecimal investment) {
        var project = fact.project();
        return project == null || project.financing() == null
                ? null
                : rules.computeIfAbsent(fact.callVersion(), version -> eligibility.of(call, version))
                        .map(known -> known.assess(granting(project, operating, investment)))
                        .orElse(null);
    }

    private static List<String> broken(
            Scenario scenario, Fact fact, Standing standing, BigDecimal total, @Nullable Assessment held) {
        var broken = new ArrayList<String>();
        if (standing == Standing.DEFAVORABLE) {
            broken.addAll(fact.failures());
            var score = fact.score();
            if (score == null) {
                broken.add(Sentences.of("deliberation.unmarked"));
            } else if (score.compareTo(scenario.policy().threshold()) < 0) {
                broken.add(Sentences.of(
                        "deliberation.below", score, scenario.policy().threshold()));
            }
        }
        if (total.signum() > 0 && total.compareTo(fact.floor()) < 0) {
            broken.add(Sentences.of("jury.granted.belowFloor", Euros.format(total), Euros.format(fact.floor())));
        }
        if (total.signum() > 0 && total.compareTo(fact.minimumUseful()) < 0) {
            broken.add(Sentences.of("deliberation.useful", Euros.format(fact.minimumUseful())));
        }
        if (held != null) {
            held.failures().forEach(failure -> broken.add(failure.message()));
        }
        return List.copyOf(broken);
    }

    private static Project granting(Project asked, BigDecimal operating, BigDecimal investment) {
        return new Project(
                asked.measure(),
                asked.scale(),
                asked.holder(),
                asked.commune(),
                asked.epci(),
                asked.territorialJury(),
                asked.priorityNeighbourhood(),
                asked.gupThemes(),
                asked.activityProgramme(),
                asked.uncoveredNeed(),
                asked.priorContact(),
                asked.ficheReceivedAt(),
                asked.ficheChannel(),
                asked.fichePostmark(),
                asked.conformity(),
                asked.dossierReceivedAt(),
                asked.dossierChannel(),
                asked.postmark(),
                asked.missingDocuments(),
                asked.totalCost(),
                operating,
                investment,
                asked.financing(),
                asked.volunteering(),
                asked.alreadyAwardedThisYear(),
                asked.ficheExtraDays(),
                asked.dossierExtraDays());
    }

    private static List<Gauge> gauges(Basis basis, List<Line> lines) {
        return Arrays.stream(Credit.values())
                .flatMap(credit -> pots(basis, credit).map(pot -> gauge(basis, pot, lines)))
                .toList();
    }

    private static Stream<Pot> pots(Basis basis, Credit credit) {
        var pots = basis.pots().stream().filter(pot -> pot.credit() == credit).toList();
        return pots.isEmpty() ? Stream.of(new Pot(credit, null, Euros.ZERO)) : pots.stream();
    }

    private static Gauge gauge(Basis basis, Pot pot, List<Line> lines) {
        var credit = pot.credit();
        var drawing = lines.stream()
                .filter(line -> basis.pot(credit, line.measure()).equals(pot))
                .toList();
        return new Gauge(
                credit,
                pot.measure(),
                available(pot),
                sum(drawing, line -> asked(line, credit)),
                sum(drawing, line -> proposed(line, credit)));
    }

    private static List<Part> parts(List<Line> lines) {
        var parts = new ArrayList<Part>();
        new TreeMap<>(lines.stream().collect(Collectors.groupingBy(Line::territory))).forEach((territory, own) -> {
            for (var credit : Credit.values()) {
                parts.add(new Part(
                        territory,
                        credit,
                        sum(own, line -> asked(line, credit)),
                        sum(own, line -> proposed(line, credit))));
            }
        });
        return parts;
    }

    private static BigDecimal asked(Line line, Credit credit) {
        return credit == Credit.OPERATING ? line.askedOperating() : line.askedInvestment();
    }

    private static BigDecimal proposed(Line line, Credit credit) {
        return credit == Credit.OPERATING ? line.operating() : line.investment();
    }

    private static BigDecimal sum(List<Line> lines, Function<Line, BigDecimal> amount) {
        return lines.stream().map(amount).reduce(Euros.ZERO, BigDecimal::add);
    }

    private static String seal(Scenario scenario, Basis basis, List<Line> lines) {
        var text = new StringBuilder().append(scenario.version());
        for (var credit : Credit.values()) {
            pots(basis, credit)
                    .forEach(pot -> text.append('|')
                            .append(pot.measure() == null ? "" : pot.measure())
                            .append(available(pot).toPlainString()));
        }
        for (var line : lines) {
            text.append('|')
                    .append(line.dossier())
                    .append(line.standing())
                    .append(line.score() == null ? "" : line.score().toPlainString())
                    .append(' ')
                    .append(line.operating().toPlainString())
                    .append(' ')
                    .append(line.investment().toPlainString());
        }
        return UUID.nameUUIDFromBytes(text.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
