package fr.ruche.instruction;

import fr.ruche.common.Conflict;
import fr.ruche.common.Forbidden;
import fr.ruche.common.Motive;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.DossierCase;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Role;
import fr.ruche.programme.Calls;
import fr.ruche.programme.Judged;
import fr.ruche.programme.JuryRoutes;
import fr.ruche.programme.Route;
import fr.ruche.programme.Scale;
import fr.ruche.territory.Territories;
import fr.ruche.workflow.ProcessVariable;
import fr.ruche.workflow.Processes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which jury examines a dossier (ROUTE-01, ROUTE-02; 001 l.23-25). */
@Service
@Transactional
public class Routing {

    /** The candidate group of the jury's user tasks. */
    public static final ProcessVariable<String> JURY_GROUP = ProcessVariable.code("juryGroup");

    private static final String REGIONAL = "regional";
    private static final Set<String> WAITING = Set.of("event_putOnAgenda", "userTask_recordJuryOutcome");

    private final Dossiers dossiers;
    private final Calls calls;
    private final JuryRoutes routes;
    private final Territories territories;
    private final Processes processes;
    private final ApplicationEventPublisher events;

    Routing(
            Dossiers dossiers,
            Calls calls,
            JuryRoutes routes,
            Territories territories,
            Processes processes,
            ApplicationEventPublisher events) {
        this.dossiers = dossiers;
        this.calls = calls;
        this.routes = routes;
        this.territories = territories;
        this.processes = processes;
        this.events = events;
    }

    /** Routes by the table {@code bpmn/juryRouting.dmn}, and tells the group of the jury. */
    public String route(DossierNumber number) {
        var dossier = dossiers.get(number);
        var call = calls.at(dossier.call(), dossier.callVersion());
        var scale = Objects.requireNonNullElse(dossier.fiche().scale(), Scale.COMMUNALE);
        var choice = routes.choose(call, scale, hasTerritorialJury(dossier));
        return note(dossier, choice.route(), choice.rule() + " : " + choice.reason());
    }

    /** The jury itself passes the dossier on to the regional jury. */
    public String sendToRegionalJury(DossierNumber number) {
        return note(dossiers.get(number), Route.JURY_REGIONAL, Sentences.of("route.sentOn"));
    }

    /**
     * A manager sends the dossier to another jury while it waits for its jury; it leaves the agenda it was on.
     *
     * @throws Forbidden when not a manager
     * @throws Rejected without a motive
     * @throws Conflict when it does not wait for a jury, or already goes to this one
     */
    public void change(DossierNumber number, Route route, String motive, Actor by) {
        if (!by.is(Role.MANAGER)) {
            throw new Forbidden(Sentences.of("route.forbidden"));
        }
        var why = Motive.of(motive, Sentences.of("route.motive"));
        var dossier = dossiers.get(number);
        mustWaitForAnother(dossier, route);
        var group = note(dossier, route, Sentences.of("route.chosen", why));
        dossiers.note(number, "JURY_CHANGED", Sentences.of("route.line", Sentences.of("route." + route), why));
        processes.setFacts(number.value(), Map.of(JURY_GROUP, group));
        events.publishEvent(new RouteChanged(number, jury(dossier, route), why));
    }

    private void mustWaitForAnother(DossierCase dossier, Route route) {
        List<String> waiting = processes.waitingAt(dossier.number().value());
        if (waiting.stream().noneMatch(WAITING::contains)) {
            throw new Conflict(Sentences.of("route.notWaiting"));
        }
        if (route == dossier.route()) {
            throw new Conflict(Sentences.of("route.already"));
        }
    }

    /** Which group of a jury a project would go to by the latest table; nothing is noted. */
    public String foresee(Judged judged) {
        var route = routes.foresee(judged).route();
        return "jury-" + (route == Route.JURY_TERRITORIAL ? judged.project().epci() : REGIONAL);
    }

    private String note(DossierCase dossier, Route route, String reason) {
        var jury = jury(dossier, route);
        dossiers.noteRoute(dossier.number(), route, jury, reason);
        return "jury-" + jury;
    }

    private boolean hasTerritorialJury(DossierCase dossier) {
        return dossier.territory() != null && territories.hasTerritorialJury(dossier.territory());
    }

    private static String jury(DossierCase dossier, Route route) {
        return route == Route.JURY_REGIONAL || dossier.territory() == null ? REGIONAL : dossier.territory();
    }
}
