package fr.ruche.api;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.INTERNAL_SERVER_ERROR;
import static org.springframework.http.HttpStatus.LOCKED;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.PAYLOAD_TOO_LARGE;

import fr.ruche.common.Conflict;
import fr.ruche.common.Forbidden;
import fr.ruche.common.Held;
import fr.ruche.common.NotFound;
import fr.ruche.common.Overtaken;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import jakarta.persistence.OptimisticLockException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** From a failure to the problem that is told. */
final class Problems {

    private Problems() {}

    /** Null when the failure is none that a caller can mend. */
    static @Nullable Problem of(Exception failure) {
        var ours = domain(failure);
        return ours != null ? ours : framework(failure);
    }

    static Problem unexpected(String id) {
        return Problem.of(
                        INTERNAL_SERVER_ERROR,
                        "erreur-interne",
                        Sentences.of("problem.internal"),
                        Sentences.of("problem.internal.text", id))
                .withId(id);
    }

    static @Nullable Problem domain(Throwable failure) {
        if (failure instanceof Rejected rejected) {
            return Problem.refused(rejected.faults());
        }
        if (failure instanceof NotFound missing) {
            return Problem.of(NOT_FOUND, "introuvable", Sentences.of("problem.missing"), message(missing));
        }
        if (failure instanceof Forbidden forbidden) {
            return Problem.of(FORBIDDEN, "interdit", Sentences.of("problem.forbidden"), message(forbidden));
        }
        if (failure instanceof Overtaken late) {
            return Problem.of(CONFLICT, "conflit", Sentences.of("problem.changed"), message(late))
                    .because(late.by(), late.at());
        }
        if (failure instanceof Held held) {
            return Problem.of(LOCKED, "en-cours-ailleurs", Sentences.of("problem.held"), message(held))
                    .because(held.by(), held.until());
        }
        if (failure instanceof Conflict conflict) {
            return Problem.of(CONFLICT, "conflit", Sentences.of("problem.changed"), message(conflict));
        }
        return null;
    }

    private static @Nullable Problem framework(Exception failure) {
        if (failure instanceof HttpMessageNotReadableException unreadable) {
            return JsonFaults.of(unreadable);
        }
        if (failure instanceof ConcurrencyFailureException || failure instanceof OptimisticLockException) {
            return Problem.of(CONFLICT, "conflit", Sentences.of("problem.changed"), Sentences.of("problem.overtaken"));
        }
        if (failure instanceof MaxUploadSizeExceededException) {
            return tooLarge(Sentences.of("problem.large.text"));
        }
        if (failure instanceof MultipartException) {
            return Problem.refused("file", "MULTIPART", Sentences.of("problem.multipart"));
        }
        var request = RequestFaults.of(failure);
        return request == null && failure instanceof ErrorResponse other ? RequestFaults.other(other) : request;
    }

    static Problem tooLarge(String detail) {
        return Problem.of(PAYLOAD_TOO_LARGE, "trop-volumineux", Sentences.of("problem.large"), detail);
    }

    private static String message(RuntimeException failure) {
        var message = failure.getMessage();
        return message == null ? "" : message;
    }
}
