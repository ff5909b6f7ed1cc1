package fr.ruche.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.ruche.common.Fault;
import fr.ruche.common.Sentences;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What the API answers when it refuses, {@code application/problem+json} of RFC 9457.
 *
 * @param errors one per fault; empty when no field is at fault
 * @param id only for an unexpected failure: the same id is in the log
 * @param by only where somebody else was first: their name
 * @param at when they were, or until when they have it in hand
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        List<Fault> errors,
        @Nullable String id,
        @Nullable String by,
        @Nullable Instant at) {

    private static final String TYPE = "urn:ruche:probleme:";

    static Problem of(HttpStatus status, String kind, String title, String detail) {
        return new Problem(TYPE + kind, title, status.value(), detail, null, List.of(), null, null, null);
    }

    static Problem refused(List<Fault> faults) {
        var detail = faults.size() == 1
                ? faults.get(0).message()
                : Sentences.of("problem.points", Integer.toString(faults.size()));
        return of(HttpStatus.BAD_REQUEST, "donnees-refusees", Sentences.of("problem.refused"), detail)
                .withErrors(faults);
    }

    static Problem refused(String field, String rule, String message) {
        return refused(List.of(new Fault(field, rule, message)));
    }

    Problem withErrors(List<Fault> faults) {
        return new Problem(type, title, status, detail, instance, faults, id, by, at);
    }

    Problem at(String address) {
        return new Problem(type, title, status, detail, address, errors, id, by, at);
    }

    Problem withId(String reference) {
        return new Problem(type, title, status, detail, instance, errors, reference, by, at);
    }

    Problem because(String who, Instant when) {
        return new Problem(type, title, status, detail, instance, errors, id, who, when);
    }
}
