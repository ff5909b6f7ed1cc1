package fr.ruche.cockpit;

import fr.ruche.cockpit.Counted.Figures;
import fr.ruche.common.Forbidden;
import fr.ruche.common.ParisTime;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.ClockFigures;
import fr.ruche.dossier.DossierFigures;
import fr.ruche.dossier.DossierFigures.By;
import fr.ruche.dossier.DossierFigures.Days;
import fr.ruche.dossier.DossierFigures.Load;
import fr.ruche.dossier.DossierFilter;
import fr.ruche.dossier.DueFigures;
import fr.ruche.dossier.Funnel;
import fr.ruche.identity.Absence;
import fr.ruche.identity.Absences;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Role;
import fr.ruche.programme.Call;
import fr.ruche.programme.Calls;
import fr.ruche.workflow.Directory;
import fr.ruche.workflow.ModelElements;
import fr.ruche.workflow.ModelElements.ModelElement;
import fr.ruche.workflow.ModelPlaces;
import fr.ruche.workflow.ModelVersions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The figures of a call, for managers: each is counted from the read model, and is the length of the list with the same
 * filters at the instant that it tells.
 */
@Service
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class Cockpit {

    /** How far ahead absences are looked at: as far as due dates. */
    private static final int DAYS = 15;

    private final DossierFigures figures;
    private final Counted counted;
    private final Calls calls;
    private final ModelVersions models;
    private final ModelPlaces places;
    private final ModelElements elements;
    private final Absences absences;
    private final Directory directory;
    private final Clock clock;

    Cockpit(
            DossierFigures figures,
            Counted counted,
            Calls calls,
            ModelVersions models,
            ModelPlaces places,
            ModelElements elements,
            Absences absences,
            Directory directory,
            Clock clock) {
        this.figures = figures;
        this.counted = counted;
        this.calls = calls;
        this.models = models;
        this.places = places;
        this.elements = elements;
        this.absences = absences;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * How far the dossiers came, as a whole and part by part.
     *
     * @throws Forbidden when not a manager, as everywhere here
     */
    public FunnelView funnel(DossierFilter filter, By by, Actor me) {
        require(me);
        var parts = parts(filter, by, me);
        return new FunnelView(parts.at(), Funnel.sum(parts.counted()), parts.counted());
    }

    private Figures<List<Funnel>> parts(DossierFilter filter, By by, Actor me) {
        return counted.of(List.of("funnel", filter, by), me, () -> figures.funnel(filter, me, by));
    }

    /** Where dossiers wait and how long each step takes. */
    public StepsView steps(DossierFilter filter, Actor me) {
        require(me);
        return counted.of(
                        List.of("steps", filter),
                        me,
                        () -> new StepsView(clock.instant(), figures.steps(filter, me), figures.passedBy(filter, me)))
                .counted();
    }

    /** How long each holder had the dossiers. */
    public ClocksView clocks(DossierFilter filter, By by, Actor me) {
        require(me);
        var clocks = counted.of(List.of("clocks", filter, by), me, () -> figures.clocks(filter, me, by));
        var found = clocks.counted().stream().collect(Collectors.partitioningBy(one -> one.of() == null));
        return new ClocksView(clocks.at(), some(found.get(true)), some(found.get(false)));
    }

    /**
     * What is late and what will be: by step for the dossiers of the filter, by group and officer for all open tasks,
     * whatever the filter, with the officers who are away and what is due meanwhile.
     */
    public DueView due(DossierFilter filter, Actor me) {
        require(me);
        var steps = counted.of(List.of("due", filter), me, () -> figures.dueByStep(filter, me));
        var all = counted.of(List.of("load"), me, () -> figures.load(me));
        var load = all.counted();
        var away = absences.of(me);
        return new DueView(
                steps.at().isBefore(all.at()) ? steps.at() : all.at(),
                steps.counted(),
                load.groups(),
                presence(load.groups(), away),
                load.officers(),
                absent(away, load, me));
    }

    /** Who is away for some kinds of task only is here for the others. */
    private Map<String, Presence> presence(List<DueFigures> groups, List<Absence> away) {
        var gone = away.stream()
                .filter(one -> one.runsOn(today()) && one.steps().isEmpty())
                .map(Absence::absent)
                .collect(Collectors.toSet());
        var found = new HashMap<String, Presence>();
        for (var person : directory.people()) {
            for (var group : person.groups()) {
                var here = gone.contains(person.id()) ? 0 : 1;
                found.merge(
                        group,
                        new Presence(1, here),
                        (all, one) -> new Presence(all.members() + one.members(), all.here() + one.here()));
            }
        }
        found.keySet().retainAll(groups.stream().map(DueFigures::of).toList());
        return found;
    }

    private List<AbsentView> absent(List<Absence> away, Load load, Actor me) {
        var near = away.stream()
                .filter(one -> !one.firstDay().isAfter(today().plusDays(DAYS)))
                .toList();
        var days = near.stream()
                .map(one -> new Days(one.absent(), from(one), one.lastDay(), one.steps()))
                .toList();
        var due = counted.of(List.of("during", days), me, () -> figures.dueDuring(days, me))
                .counted();
        return IntStream.range(0, near.size())
                .mapToObj(at -> new AbsentView(
                        near.get(at),
                        from(near.get(at)),
                        open(load.officers(), near.get(at)),
                        due.get(at),
                        open(load.absent(), near.get(at))))
                .toList();
    }

    private LocalDate from(Absence absence) {
        return absence.firstDay().isBefore(today()) ? today() : absence.firstDay();
    }

    private static int open(List<DueFigures> load, Absence absence) {
        return load.stream()
                .filter(one -> absence.absent().equals(one.of()))
                .mapToInt(DueFigures::open)
                .sum();
    }

    private LocalDate today() {
        return ParisTime.dayOf(clock.instant());
    }

    /**
     * How far the dossiers of the call before had come on the same day of its calendar, counted from its opening, and
     * have come today; empty for the first call of a programme.
     */
    public Optional<FormerView> compared(Call call, DossierFilter filter, Actor me) {
        require(me);
        return former(call).map(former -> {
            var days = ChronoUnit.DAYS.between(call.parameters().calendar().opening(), today());
            var day = former.parameters().calendar().opening().plusDays(days);
            var asked = filter.ofCall(former.code());
            return new FormerView(
                    former.code(),
                    days,
                    day,
                    days < 0 || !filter.timeless() ? null : on(day, asked, me),
                    Funnel.sum(parts(asked, By.MEASURE, me).counted()));
        });
    }

    private Funnel on(LocalDate day, DossierFilter filter, Actor me) {
        return counted.of(List.of("day", day, filter), me, () -> figures.funnelOn(day, filter, me))
                .counted();
    }

    /** What a version of the diagram has besides its steps. */
    public List<ModelElement> elements(Call call, int version, Actor me) {
        require(me);
        return elements.of(call.parameters().process(), version);
    }

    /** The call of the same programme that opened last before this one; empty for the first. */
    public Optional<Call> former(Call call) {
        var opening = call.parameters().calendar().opening();
        return calls.all().stream()
                .filter(other ->
                        other.parameters().programme().equals(call.parameters().programme()))
                .filter(other -> other.parameters().calendar().opening().isBefore(opening))
                .max(Comparator.comparing(other -> other.parameters().calendar().opening()));
    }

    /** The versions of the diagram of a call, the oldest first. */
    public List<Integer> versions(Call call) {
        return models.ofProcess(call.parameters().process());
    }

    /** The steps at which a dossier may wait in a version of the diagram of a call, as it comes there one by one. */
    public List<String> way(Call call, int version) {
        return places.onTheWay(call.parameters().process(), version);
    }

    /** As {@link #way(Call, int)}, in the latest version; empty when there is none. */
    public List<String> way(Call call) {
        var versions = versions(call);
        return versions.isEmpty() ? List.of() : way(call, versions.get(versions.size() - 1));
    }

    /** BPMN 2.0 XML of the diagram that the dossiers of a call follow. */
    public String diagram(Call call, int version, Actor me) {
        require(me);
        return models.diagram(call.parameters().process(), version);
    }

    /** A list without dossiers has neither a whole nor parts. */
    private static List<ClockFigures> some(@Nullable List<ClockFigures> found) {
        return found == null || found.stream().allMatch(one -> one.dossiers() == 0) ? List.of() : found;
    }

    private static void require(Actor me) {
        if (!me.is(Role.MANAGER)) {
            throw new Forbidden(Sentences.of("cockpit.forbidden"));
        }
    }
}
