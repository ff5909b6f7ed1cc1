package fr.ruche.programme;

import fr.ruche.common.Euros;
import fr.ruche.common.NotFound;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.programme.Assessment.Failure;
import fr.ruche.workflow.Decisions;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds a project against the rules of a call, which are the tables of {@code bpmn/dsdt/eligibility.dmn}. */
@Component
public class Eligibility {

    private final Calls calls;
    private final Decisions decisions;
    private final JuryRoutes routes;
    private final Clock clock;

    Eligibility(Calls calls, Decisions decisions, JuryRoutes routes, Clock clock) {
        this.calls = calls;
        this.decisions = decisions;
        this.routes = routes;
        this.clock = clock;
    }

    /** As {@link Rules#assess}, for one project; empty when the call has no table that judges. */
    public Optional<Assessment> assess(String call, int callVersion, Project project) {
        return of(call, callVersion).map(rules -> rules.assess(project));
    }

    /**
     * The rules of a call, looked up once to be asked about many projects; empty when it has no table that judges.
     *
     * @param call code of the call
     * @param callVersion the version of its parameters
     */
    public Optional<Rules> of(String call, int callVersion) {
        var judged = calls.at(call, callVersion);
        var parameters = judged.parameters();
        return Optional.ofNullable(parameters.tables().eligibility())
                .map(table -> decisions.table(table, parameters.models().eligibility()))
                .map(table -> new Rules(
                        judged, table, table(parameters.tables().convention(), table.version()), routes.table(judged)));
    }

    /**
     * The rules by the latest tables, whatever versions the call is tied to: in a rehearsal, those that are rehearsed.
     *
     * @throws NotFound when the call has no table that judges
     */
    public Rules latest(Call judged) {
        var tables = judged.parameters().tables();
        var eligibility = table(tables.eligibility(), null);
        if (eligibility == null) {
            throw none(judged.code());
        }
        return new Rules(judged, eligibility, table(tables.convention(), null), routes.latest(judged));
    }

    /** What is told who asks for the rules of a call that has none. */
    public static NotFound none(String call) {
        return new NotFound(Sentences.of("eligibility.none", call));
    }

    private Decisions.@Nullable Table table(@Nullable String table, @Nullable Integer version) {
        return table == null ? null : decisions.table(table, version);
    }

    /** As {@link Rules#assess}, of a case and by the latest tables. */
    public Assessment foresee(Judged judged) {
        return latest(judged.call()).assess(judged.project(), judged.at());
    }

    /** The rules of the latest table, each with what it looks at, such as {@code ELIG-05} « Montant demandé ». */
    public Map<String, List<String>> rules() {
        return decisions.rules("eligibility", "rule");
    }

    /** The rules as they stood when they were looked up. */
    public final class Rules {

        private final Call judged;
        private final Decisions.Table eligibility;
        private final Decisions.@Nullable Table convention;
        private final Decisions.@Nullable Table routing;

        private Rules(
                Call judged,
                Decisions.Table eligibility,
                Decisions.@Nullable Table convention,
                Decisions.@Nullable Table routing) {
            this.judged = judged;
            this.eligibility = eligibility;
            this.convention = convention;
            this.routing = routing;
        }

        /**
         * A rule that needs a fact which is not known is not decided: it neither fails nor names the verdict. Once the
         * fiche is received, a project without any failing rule waits for the word of the intercommunality
         * ({@code EN_ATTENTE_CONFORMITE}). The largest grant is the request clipped to the caps: a balanced budget
         * (ELIG-11) and the holder's own share (ELIG-12) are conditions, so they cannot lower it further.
         *
         * @throws fr.ruche.common.Rejected when the facts themselves make no sense (negative amount, unknown measure)
         */
        public Assessment assess(Project project) {
            return assess(project, clock.instant());
        }

        private Assessment assess(Project project, Instant at) {
            Rejected.ifAny(ProjectCheck.faults(judged, project));
            var facts = new EligibilityFacts(judged, project);
            var rows = eligibility.evaluate(facts.at(at));
            var failures = rows.stream().filter(row -> !clips(row)).toList();
            var open = failures.isEmpty();
            var grant = open ? facts.budget().largestGrant() : Euros.ZERO;
            return new Assessment(
                    verdict(rows, failures, project),
                    open
                            ? JuryRoutes.choose(routing, project.scale(), project.territorialJury())
                                    .route()
                            : null,
                    failures.stream().map(Eligibility::failure).toList(),
                    facts.budget().localRate(),
                    grant,
                    open && conventionRequired(project, grant),
                    eligibility.version(),
                    judged.version());
        }

        private boolean conventionRequired(Project project, BigDecimal grant) {
            if (convention == null) {
                return false;
            }
            var awarded = Objects.requireNonNullElse(project.alreadyAwardedThisYear(), Euros.ZERO);
            Map<String, Object> facts = Map.of(
                    "privateHolder", !project.holder().kind().localAuthority(),
                    "awardedThisYear", awarded.add(grant),
                    "call",
                            Map.of(
                                    "conventionThreshold",
                                    judged.parameters().choices().conventionThreshold()));
            return Boolean.TRUE.equals(convention.evaluate(facts).get(0).get("conventionRequired"));
        }
    }

    /** ELIG-09 in a call that clips (A4) lowers the grant and refuses nothing. */
    private static boolean clips(Map<String, Object> row) {
        return text(row, "verdict").equals(Verdict.RECEVABLE_ECRETE.name());
    }

    private static Verdict verdict(
            List<Map<String, Object>> rows, List<Map<String, Object>> failures, Project project) {
        if (!failures.isEmpty()) {
            return Verdict.valueOf(text(failures.get(0), "verdict"));
        }
        if (project.conformity() == null && project.ficheReceivedAt() != null) {
            return Verdict.EN_ATTENTE_CONFORMITE;
        }
        return rows.isEmpty() ? Verdict.RECEVABLE : Verdict.RECEVABLE_ECRETE;
    }

    private static Failure failure(Map<String, Object> row) {
        return new Failure(
                text(row, "rule"),
                text(row, "message"),
                text(row, "found"),
                text(row, "required"),
                text(row, "source"));
    }

    private static String text(Map<String, Object> row, String output) {
        return String.valueOf(row.get(output));
    }
}
