package fr.ruche.trial;

import fr.ruche.programme.Judged;
import fr.ruche.workflow.Script;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plays what a scenario says, and stops where the process waits for something else. */
final class ScenarioScript implements Script {

    private final Scenario scenario;
    private final @Nullable Judged judged;
    private final Deque<Turn> turns;
    private @Nullable Turn missed;

    /** @param judged null when no rule is asked */
    ScenarioScript(Scenario scenario, @Nullable Judged judged) {
        this.scenario = scenario;
        this.judged = judged;
        this.turns = new ArrayDeque<>(scenario.turns());
    }

    @Override
    public String process() {
        return scenario.process();
    }

    @Override
    public Map<String, Object> start() {
        return scenario.start();
    }

    @Override
    public @Nullable Turn next(Waiting waiting) {
        var turn = turns.peek();
        if (turn != null && awaited(turn, waiting)) {
            return turns.poll();
        }
        var usual = usual(waiting);
        if (usual.isEmpty()) {
            missed = turn;
        }
        return usual.orElse(null);
    }

    /** What is answered where the turns say nothing, but for the step at which the scenario has to end up waiting. */
    private Optional<Turn> usual(Waiting waiting) {
        return waiting.steps().stream()
                .filter(step -> scenario.answers().containsKey(step))
                .filter(step ->
                        !turns.isEmpty() || !step.equals(scenario.expected().waits()))
                .findFirst()
                .map(step -> new Answers(step, scenario.answers().getOrDefault(step, Map.of())));
    }

    private static boolean awaited(Turn turn, Waiting waiting) {
        if (turn instanceof Answers answers) {
            return waiting.steps().contains(answers.step());
        }
        return turn instanceof Expires expires
                ? waiting.timers().contains(expires.timer())
                : turn instanceof Receives receives && waiting.messages().contains(receives.message());
    }

    @Override
    public Map<String, Object> does(String action, String element) {
        var said = scenario.actions().get(element);
        return said == null ? scenario.actions().getOrDefault(action, Map.of()) : said;
    }

    @Override
    public <T> Optional<T> given(Class<T> kind) {
        return kind == Judged.class && judged != null ? Optional.of(kind.cast(judged)) : Optional.empty();
    }

    /** What the scenario would have done where the process does not wait for it, or after it has ended. */
    Optional<Turn> missed() {
        return Optional.ofNullable(missed == null ? turns.peek() : missed);
    }

    static String name(Turn turn) {
        if (turn instanceof Answers answers) {
            return answers.step();
        }
        return turn instanceof Expires expires ? expires.timer() : ((Receives) turn).message();
    }
}
