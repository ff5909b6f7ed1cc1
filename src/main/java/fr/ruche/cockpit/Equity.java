package fr.ruche.cockpit;

import fr.ruche.cockpit.Counted.Figures;
import fr.ruche.cockpit.EquityLevel.Medians;
import fr.ruche.cockpit.SilentView.Scope;
import fr.ruche.cockpit.SilentView.SilentCommune;
import fr.ruche.cockpit.SilentView.SilentEpci;
import fr.ruche.common.Forbidden;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.DossierFigures;
import fr.ruche.dossier.DossierFilter;
import fr.ruche.dossier.PlaceFigures;
import fr.ruche.dossier.Recusals;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Role;
import fr.ruche.programme.Difficulties;
import fr.ruche.territory.Commune;
import fr.ruche.territory.Epci;
import fr.ruche.territory.Territories;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is asked and granted in each territory, beside its difficulty and its inhabitants, and from where nothing ever
 * comes. For managers; a list of one call.
 */
@Service
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class Equity {

    private static final Comparator<@Nullable Integer> HARDEST_FIRST =
            Comparator.nullsLast(Comparator.<Integer>reverseOrder());

    private final DossierFigures figures;
    private final Territories territories;
    private final Difficulties difficulties;
    private final Recusals recusals;
    private final Counted counted;

    Equity(
            DossierFigures figures,
            Territories territories,
            Difficulties difficulties,
            Recusals recusals,
            Counted counted) {
        this.figures = figures;
        this.territories = territories;
        this.difficulties = difficulties;
        this.recusals = recusals;
        this.counted = counted;
    }

    /**
     * The territories of a call.
     *
     * @throws Forbidden when not a manager, as everywhere here
     * @throws Rejected at {@code call} when the list is of no call
     */
    public EquityView view(DossierFilter filter, Actor me) {
        var call = required(filter, me);
        var counted = counted(filter, me);
        var places = counted.counted();
        var points = difficulties.of(call);
        var communes = communes(filter, points).collect(Collectors.groupingBy(one -> String.valueOf(one.epci())));
        var heard = places.stream().map(PlaceFigures::commune).collect(Collectors.toSet());
        var held = new LinkedHashMap<@Nullable String, List<PlaceFigures>>();
        var today = epci(filter, points).collect(Collectors.toMap(Epci::siren, Function.identity()));
        today.keySet().forEach(siren -> held.put(siren, new ArrayList<>()));
        places.forEach(place -> held.computeIfAbsent(place.territory(), any -> new ArrayList<>())
                .add(place));
        var ever = ever(filter, me, silent(held));
        var lines = new ArrayList<EquityLine>();
        held.forEach((siren, of) -> {
            var here = siren == null ? List.<Commune>of() : communes.getOrDefault(siren, List.of());
            var population = siren == null ? null : population(siren, today);
            lines.add(new EquityLine(
                    siren,
                    siren == null ? "" : name(siren, today),
                    siren == null ? null : points.get(siren),
                    population,
                    counted(of, population == null ? 0 : population),
                    here.size(),
                    (int) here.stream()
                            .filter(one -> !heard.contains(one.code()))
                            .count(),
                    !of.isEmpty() || ever.contains(siren)));
        });
        lines.sort(Comparator.comparing(EquityLine::difficulty, HARDEST_FIRST).thenComparing(EquityLine::name));
        var whole = new Sum(lines, held);
        return new EquityView(
                counted.at(),
                recusals.keptFrom(me).size(),
                whole.level(null, whole),
                lines.stream()
                        .map(EquityLine::difficulty)
                        .distinct()
                        .map(level -> new Sum(
                                        lines.stream()
                                                .filter(line -> Objects.equals(line.difficulty(), level))
                                                .toList(),
                                        held)
                                .level(level, whole))
                        .toList(),
                List.copyOf(lines));
    }

    /** From where no fiche of the list came: in this call, or in any. */
    public SilentView silent(DossierFilter filter, Scope scope, Actor me) {
        var points = difficulties.of(required(filter, me));
        var counted = counted(filter, me);
        var places = counted.counted();
        var heardEpci = places.stream().map(PlaceFigures::territory).collect(Collectors.toSet());
        var heardCommunes = places.stream().map(PlaceFigures::commune).collect(Collectors.toSet());
        var allEpci = epci(filter, points).toList();
        var allCommunes = communes(filter, points).toList();
        var epci =
                allEpci.stream().filter(one -> !heardEpci.contains(one.siren())).toList();
        var communes = allCommunes.stream()
                .filter(one -> !heardCommunes.contains(one.code()))
                .toList();
        var everEpci = ever(filter, me, epci.stream().map(Epci::siren).collect(Collectors.toSet()));
        var everCommunes = figures.communes(
                filter.ofCall(null), me, communes.stream().map(Commune::code).toList());
        return new SilentView(
                counted.at(),
                scope,
                epci.stream()
                        .map(one -> new SilentEpci(one, everEpci.contains(one.siren())))
                        .filter(one -> scope == Scope.CALL || !one.before())
                        .toList(),
                communes.stream()
                        .map(one -> new SilentCommune(one, everCommunes.contains(one.code())))
                        .filter(one -> scope == Scope.CALL || !one.before())
                        .sorted(Comparator.comparing(
                                        (SilentCommune one) -> one.commune().population())
                                .reversed())
                        .toList(),
                allEpci.size(),
                allCommunes.size());
    }

    private Figures<List<PlaceFigures>> counted(DossierFilter filter, Actor me) {
        return counted.of(List.of("places", filter), me, () -> figures.places(filter, me));
    }

    /** The intercommunalities that are asked for: all of today, of a sector, of a difficulty, or one. */
    private Stream<Epci> epci(DossierFilter filter, Map<String, Integer> points) {
        return territories.allEpci().stream().filter(one -> asked(one.siren(), one.sector(), filter, points));
    }

    private Stream<Commune> communes(DossierFilter filter, Map<String, Integer> points) {
        return territories.allCommunes().stream().filter(one -> asked(one.epci(), one.sector(), filter, points));
    }

    private static boolean asked(
            @Nullable String epci, @Nullable String sector, DossierFilter filter, Map<String, Integer> points) {
        var difficulty = points.get(epci);
        return (filter.sector() == null || filter.sector().equals(sector))
                && (filter.territory() == null || filter.territory().equals(epci))
                && (filter.difficulty() == null
                        || filter.difficulty()
                                .equals(difficulty == null ? DossierFilter.NO_DIFFICULTY : difficulty.toString()));
    }

    private static Set<String> silent(Map<@Nullable String, List<PlaceFigures>> held) {
        var silent = new HashSet<String>();
        held.forEach((siren, places) -> {
            if (siren != null && places.isEmpty()) {
                silent.add(siren);
            }
        });
        return silent;
    }

    /** Those that held a dossier in some call, or took over from one that did. */
    private Set<String> ever(DossierFilter filter, Actor me, Set<String> silent) {
        var predecessors = territories.formerEpci().stream()
                .filter(former -> silent.contains(former.successor()))
                .collect(Collectors.toMap(Epci::siren, former -> String.valueOf(former.successor())));
        var asked = new HashSet<>(silent);
        asked.addAll(predecessors.keySet());
        return figures.territories(anywhere(filter), me, asked).stream()
                .map(siren -> predecessors.getOrDefault(siren, siren))
                .collect(Collectors.toSet());
    }

    /** In every call; a former intercommunality was never in the territory of the filter by its own number. */
    private static DossierFilter anywhere(DossierFilter filter) {
        return filter.ofCall(null).inTerritory(null);
    }

    private @Nullable Integer population(String siren, Map<String, Epci> today) {
        var known = today.get(siren);
        return known != null
                ? known.population()
                : territories.epci(siren).map(Epci::population).orElse(null);
    }

    private String name(String siren, Map<String, Epci> today) {
        var known = today.get(siren);
        return known != null
                ? known.name()
                : territories.epci(siren).map(Epci::name).orElse(siren);
    }

    private static EquityFigures counted(Collection<PlaceFigures> places, long population) {
        return counted(places, places, population);
    }

    /** @param counted those whose inhabitants are known */
    private static EquityFigures counted(
            Collection<PlaceFigures> places, Collection<PlaceFigures> counted, long population) {
        var deposited = sum(places, place -> BigDecimal.valueOf(place.deposited()));
        var funded = sum(places, place -> BigDecimal.valueOf(place.funded()));
        var requested = sum(places, PlaceFigures::requested);
        var granted = sum(places, PlaceFigures::granted);
        var marked = sum(places, place -> BigDecimal.valueOf(place.marked()));
        return new EquityFigures(
                deposited.intValueExact(),
                places.stream().mapToInt(PlaceFigures::complete).sum(),
                funded.intValueExact(),
                EquityFigures.percent(funded, deposited),
                requested,
                granted,
                EquityFigures.percent(granted, requested),
                EquityFigures.perHead(sum(counted, PlaceFigures::requested), population),
                EquityFigures.perHead(sum(counted, PlaceFigures::granted), population),
                marked.intValueExact(),
                EquityFigures.over(sum(places, PlaceFigures::marks), marked, 2));
    }

    private static BigDecimal sum(Collection<PlaceFigures> places, Function<PlaceFigures, BigDecimal> figure) {
        return places.stream().map(figure).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String required(DossierFilter filter, Actor me) {
        if (!me.is(Role.MANAGER)) {
            throw new Forbidden(Sentences.of("cockpit.forbidden"));
        }
        if (filter.call() == null) {
            throw Rejected.because("call", "REQUIRED", Sentences.of("equity.call"));
        }
        return filter.call();
    }

    /** Some territories together. */
    private record Sum(List<EquityLine> lines, Map<@Nullable String, List<PlaceFigures>> held) {

        private List<PlaceFigures> places(boolean inhabited) {
            return lines.stream()
                    .filter(line -> !inhabited || line.population() != null)
                    .flatMap(line -> held.getOrDefault(line.territory(), List.of()).stream())
                    .toList();
        }

        private long population() {
            return lines.stream()
                    .map(EquityLine::population)
                    .filter(Objects::nonNull)
                    .mapToLong(Integer::longValue)
                    .sum();
        }

        private EquityFigures figures() {
            return counted(places(false), places(true), population());
        }

        private EquityLevel level(@Nullable Integer difficulty, Sum whole) {
            var mine = figures();
            var all = whole.figures();
            var inhabited =
                    lines.stream().filter(line -> line.population() != null).toList();
            return new EquityLevel(
                    difficulty,
                    inhabited.size(),
                    (int) inhabited.stream().filter(EquityLine::silent).count(),
                    population(),
                    mine,
                    EquityFigures.percent(BigDecimal.valueOf(population()), BigDecimal.valueOf(whole.population())),
                    EquityFigures.percent(mine.requested(), all.requested()),
                    EquityFigures.percent(mine.granted(), all.granted()),
                    new Medians(
                            median(inhabited, EquityFigures::success),
                            median(inhabited, EquityFigures::grantedRate),
                            median(inhabited, EquityFigures::requestedPerHead),
                            median(inhabited, EquityFigures::grantedPerHead),
                            median(inhabited, EquityFigures::mark)));
        }

        /** Of those that have the figure; of two in the middle, what lies between them. */
        private static @Nullable BigDecimal median(
                List<EquityLine> lines, Function<EquityFigures, @Nullable BigDecimal> figure) {
            var sorted = lines.stream()
                    .map(line -> figure.apply(line.figures()))
                    .filter(Objects::nonNull)
                    .sorted()
                    .toList();
            if (sorted.isEmpty()) {
                return null;
            }
            var low = sorted.get((sorted.size() - 1) / 2);
            var high = sorted.get(sorted.size() / 2);
            return low.add(high).divide(BigDecimal.valueOf(2), low.scale(), RoundingMode.HALF_UP);
        }
    }
}
