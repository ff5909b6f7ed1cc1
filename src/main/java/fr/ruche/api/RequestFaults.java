package fr.ruche.api;

import fr.ruche.common.Fault;
import fr.ruche.common.Sentences;
import jakarta.validation.ConstraintViolationException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** What is wrong with the address, its parameters or a constraint of a field. */
final class RequestFaults {

    private RequestFaults() {}

    static @Nullable Problem of(Exception failure) {
        if (failure instanceof MethodArgumentNotValidException invalid) {
            return Problem.refused(
                    invalid.getFieldErrors().stream().map(RequestFaults::fault).toList());
        }
        if (failure instanceof HandlerMethodValidationException invalid) {
            return Problem.refused(faults(invalid));
        }
        if (failure instanceof ConstraintViolationException invalid) {
            return Problem.refused(invalid.getConstraintViolations().stream()
                    .map(v -> new Fault(v.getPropertyPath().toString(), "CONSTRAINT", v.getMessage()))
                    .toList());
        }
        if (failure instanceof MethodArgumentTypeMismatchException wrong) {
            return Problem.refused(wrong.getName(), "TYPE", mismatch(wrong));
        }
        if (failure instanceof MissingServletRequestParameterException missing) {
            return required(missing.getParameterName());
        }
        return failure instanceof MissingServletRequestPartException part ? required(part.getRequestPartName()) : null;
    }

    /** What the framework itself says with a status: no such address, wrong method, wrong media type. */
    static Problem other(ErrorResponse response) {
        var status = HttpStatus.valueOf(response.getStatusCode().value());
        return switch (status) {
            case NOT_FOUND ->
                Problem.of(
                        status, "introuvable", Sentences.of("problem.missing"), Sentences.of("problem.missing.text"));
            case METHOD_NOT_ALLOWED ->
                Problem.of(status, "methode", Sentences.of("problem.method"), Sentences.of("problem.method.text"));
            case UNSUPPORTED_MEDIA_TYPE ->
                Problem.of(status, "format", Sentences.of("problem.format"), Sentences.of("problem.format.text"));
            case NOT_ACCEPTABLE ->
                Problem.of(status, "format", Sentences.of("problem.produce"), Sentences.of("problem.produce.text"));
            case PAYLOAD_TOO_LARGE -> Problems.tooLarge(Sentences.of("problem.large.text"));
            default ->
                Problem.of(status, "requete", Sentences.of("problem.request"), Sentences.of("problem.request.text"));
        };
    }

    private static List<Fault> faults(HandlerMethodValidationException invalid) {
        return invalid.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream().map(error -> {
                    var name = error instanceof FieldError field
                            ? field.getField()
                            : result.getMethodParameter().getParameterName();
                    return new Fault(name == null ? "" : name, "CONSTRAINT", text(error.getDefaultMessage()));
                }))
                .toList();
    }

    private static Fault fault(FieldError error) {
        return new Fault(error.getField(), "CONSTRAINT", text(error.getDefaultMessage()));
    }

    private static Problem required(String name) {
        return Problem.refused(name, "REQUIRED", Sentences.of("field.required", name));
    }

    private static String mismatch(MethodArgumentTypeMismatchException wrong) {
        var type = wrong.getRequiredType();
        var expected = type != null && type.isEnum()
                ? Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "))
                : JsonFaults.expected(type);
        return Sentences.of("json.value", JsonFaults.shortened(wrong.getValue()), wrong.getName(), expected);
    }

    private static String text(@Nullable String message) {
        return message == null ? Sentences.of("problem.value") : message;
    }
}
