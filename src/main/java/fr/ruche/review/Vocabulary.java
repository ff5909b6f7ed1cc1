package fr.ruche.review;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that a model may name, made from the code: what the gate goes by is what a modeller reads. */
public record Vocabulary(
        List<ActionWord> actions,
        List<DeadlineWord> deadlines,
        List<FactWord> facts,
        List<StepWord> steps,
        List<GroupWord> groups,
        List<ClockWord> clocks,
        List<MessageWord> messages,
        List<StartWord> starts,
        List<TableWord> tables,
        List<PlaceWord> places) {

    Optional<ActionWord> action(String name) {
        return actions.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    Optional<DeadlineWord> deadline(String name) {
        return deadlines.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    Optional<FactWord> fact(String name) {
        return facts.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** What a user task of this id means, which may be one of a family. */
    public Optional<StepWord> step(String id) {
        return steps.stream().filter(one -> Family.means(one.id(), id)).findFirst();
    }

    Optional<ClockWord> clock(String name) {
        return clocks.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    Optional<MessageWord> message(String name) {
        return messages.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    Optional<TableWord> table(String id) {
        return tables.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    Optional<GroupWord> group(String name) {
        return groups.stream().filter(one -> Family.means(one.name(), name)).findFirst();
    }

    /** The names that mean something already: no question of a modeller may take one. */
    Set<String> taken() {
        return Stream.of(
                        facts.stream().map(FactWord::name),
                        steps.stream().flatMap(step -> step.shown().stream()),
                        steps.stream()
                                .filter(step -> !step.family())
                                .flatMap(step -> step.fields().stream())
                                .map(FieldWord::key))
                .flatMap(names -> names)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
