package fr.ruche.workflow;

import fr.ruche.common.Euros;
import fr.ruche.common.FrenchDay;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of a submitted form, already held against its schema. Absent, null and blank are the same: empty.
 *
 * @param read the only fields that its step may ask for: those that it declares ({@link UserStep#fields})
 * @param step id of the user task that is answered
 * @param label of the user task in its diagram
 * @param answered every question that the form showed, in its order
 */
public record Answer(Map<String, Object> values, Set<String> read, String step, String label, List<Answered> answered) {

    /** @throws IllegalArgumentException for a field that the step does not declare, as do the methods below */
    public Optional<String> text(String field) {
        if (!read.contains(field)) {
            throw new IllegalArgumentException("The step does not declare the field " + field);
        }
        return Optional.ofNullable(values.get(field))
                .map(Object::toString)
                .map(String::strip)
                .filter(s -> !s.isEmpty());
    }

    public <E extends Enum<E>> Optional<E> choice(String field, Class<E> type) {
        return text(field).map(code -> Enum.valueOf(type, code));
    }

    public boolean flag(String field) {
        return text(field).map(Boolean::parseBoolean).orElse(false);
    }

    public Optional<Integer> whole(String field) {
        return text(field).map(Integer::valueOf);
    }

    /** @throws fr.ruche.common.Rejected naming the field, when it is not an amount */
    public Optional<BigDecimal> euros(String field) {
        return text(field)
                .map(typed -> Euros.parse(typed)
                        .orElseThrow(() -> Rejected.because(field, "AMOUNT", Sentences.of("typed.amount", typed))));
    }

    /** Reads 31/12/2026 and 2026-12-31. @throws fr.ruche.common.Rejected naming the field, when there is no such day */
    public Optional<LocalDate> day(String field) {
        return text(field)
                .map(typed -> FrenchDay.parse(typed)
                        .orElseThrow(() -> Rejected.because(field, "DATE", Sentences.of("typed.date", typed))));
    }
}
