package fr.ruche.cockpit;

import fr.ruche.common.Forbidden;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.ClockFigures;
import fr.ruche.dossier.DossierFigures;
import fr.ruche.dossier.DossierFigures.By;
import fr.ruche.dossier.DossierFilter;
import fr.ruche.dossier.Funnel;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Role;
import fr.ruche.programme.Call;
import fr.ruche.programme.Calls;
import fr.ruche.workflow.ModelVersions;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The figures of a call, for managers: each is counted now, from the read model, and is the length of the list with the
 * same filters.
 */
@Service
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class Cockpit {

    private final DossierFigures figures;
    private final Calls calls;
    private final ModelVersions models;
    private final Clock clock;

    Cockpit(DossierFigures figures, Calls calls, ModelVersions models, Clock clock) {
        this.figures = figures;
        this.calls = calls;
        this.models = models;
        this.clock = clock;
    }

    /**
     * How far the dossiers came, as a whole and part by part.
     *
     * @throws Forbidden when not a manager, as everywhere here
     */
    public FunnelView funnel(DossierFilter filter, By by, Actor me) {
        require(me);
        var parts = figures.funnel(filter, me, by);
        return new FunnelView(clock.instant(), Funnel.sum(parts), parts);
    }

    /** Where dossiers wait and how long each step takes. */
    public StepsView steps(DossierFilter filter, Actor me) {
        require(me);
        return new StepsView(clock.instant(), figures.steps(filter, me));
    }

    /** How long each holder had the dossiers. */
    public ClocksView clocks(DossierFilter filter, By by, Actor me) {
        require(me);
        var found = figures.clocks(filter, me, by).stream().collect(Collectors.partitioningBy(one -> one.of() == null));
        return new ClocksView(clock.instant(), some(found.get(true)), some(found.get(false)));
    }

    /**
     * What is late and what will be: by step for the dossiers of the filter, by group and officer for all open tasks,
     * whatever the filter.
     */
    public DueView due(DossierFilter filter, Actor me) {
        require(me);
        var load = figures.load(me);
        return new DueView(clock.instant(), figures.dueByStep(filter, me), load.groups(), load.officers());
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
