package fr.ruche.review;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** FEEL as this package looks at it: the part of the language that a table or a form of ours needs. */
public sealed interface Feel {

    record Text(String value) implements Feel {}

    record Numeric(BigDecimal value) implements Feel {}

    record Flag(boolean value) implements Feel {}

    record Nothing() implements Feel {}

    /** A day, a moment or a duration. @param order comparable with others of the same kind, else empty */
    record Moment(String order) implements Feel {}

    /** @param name with points inside what holds others: {@code measure.floor} */
    record Name(String name) implements Feel {}

    record Call(String function, List<Feel> arguments) implements Feel {}

    /** @param sign such as {@code +}, {@code and} or {@code <} */
    record Operation(String sign, List<Feel> operands) implements Feel {}

    record Choice(Feel condition, Feel then, Feel otherwise) implements Feel {}

    record Items(List<Feel> items) implements Feel {}

    /** What the value of a column is compared with, in a cell. @param sign {@code =}, {@code <} and so on */
    record Test(String sign, Feel value) implements Feel {}

    /** The values between two ends, in a cell. */
    record Range(Feel from, boolean fromIncluded, Feel to, boolean toIncluded) implements Feel {}

    /** One of several tests, in a cell. */
    record OneOf(List<Feel> tests) implements Feel {}

    /** None of these, in a cell. */
    record None(Feel test) implements Feel {}

    /** A cell that takes every value. */
    record Anything() implements Feel {}

    /** What no model of ours may use. @param what as a programmer calls it */
    record Forbidden(String what, List<Feel> inside) implements Feel {}

    /** What it is made of. */
    default List<Feel> parts() {
        if (this instanceof Call call) {
            return call.arguments();
        }
        if (this instanceof Operation operation) {
            return operation.operands();
        }
        if (this instanceof Choice choice) {
            return List.of(choice.condition(), choice.then(), choice.otherwise());
        }
        if (this instanceof Items items) {
            return items.items();
        }
        if (this instanceof Test test) {
            return List.of(test.value());
        }
        if (this instanceof Range range) {
            return List.of(range.from(), range.to());
        }
        if (this instanceof OneOf oneOf) {
            return oneOf.tests();
        }
        if (this instanceof None none) {
            return List.of(none.test());
        }
        return this instanceof Forbidden forbidden ? forbidden.inside() : List.of();
    }

    /** Itself and everything in it. */
    default Stream<Feel> everything() {
        return Stream.concat(Stream.of(this), parts().stream().flatMap(Feel::everything));
    }

    /** The names that it reads. */
    default Stream<String> names() {
        return everything().filter(Name.class::isInstance).map(part -> ((Name) part).name());
    }
}
