package fr.ruche.programme;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import fr.ruche.common.ParisTime;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Calls as the files of a bundle state them, without putting anything into the database. */
@Component
public class CallFiles {

    static final String ENDING = ".call.yaml";

    private final Clock clock;

    CallFiles(Clock clock) {
        this.clock = clock;
    }

    /**
     * The call of this code, in a version that nobody has given a number yet ({@code 0}).
     *
     * @param files content by bare file name
     * @return empty when no file of the bundle states it
     * @throws Rejected when one does, and cannot be read or states what no call may
     */
    public Optional<Call> read(Map<String, byte[]> files, String code) {
        return files.containsKey(code + ENDING)
                ? Optional.of(new Call(code, 0, parameters(files, code)))
                : Optional.empty();
    }

    /** Codes of the calls that files of the bundle are named after. */
    Set<String> codes(Map<String, byte[]> files) {
        return files.keySet().stream()
                .filter(name -> name.endsWith(ENDING))
                .map(name -> name.substring(0, name.length() - ENDING.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether a call is only for those who try the product. @throws Rejected as {@link #read} */
    boolean demonstration(Map<String, byte[]> files, String code) {
        return stated(files, code, calls -> calls.demonstration(code));
    }

    private CallParameters parameters(Map<String, byte[]> files, String code) {
        return stated(files, code, calls -> {
            try {
                return calls.read(code);
            } catch (JsonProcessingException unreadable) {
                throw new IllegalStateException(unreadable);
            }
        });
    }

    private <T> T stated(Map<String, byte[]> files, String code, Function<ShippedCalls, T> ask) {
        var all = codes(files).stream()
                .<Resource>map(one -> new ByteArrayResource(files.get(one + ENDING)))
                .toList();
        try {
            return ask.apply(new ShippedCalls(all, ParisTime.dayOf(clock.instant())));
        } catch (IOException | ClassCastException | IllegalStateException | DateTimeException unreadable) {
            throw Rejected.because(code + ENDING, "FORMAT", why(code + ENDING, unreadable));
        }
    }

    /** Names the parameter that has another shape, or the line at which the file is no YAML any more. */
    private static String why(String file, Exception unreadable) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonMappingException shape && !shape.getPath().isEmpty()) {
                var path = shape.getPath().stream()
                        .map(step ->
                                step.getFieldName() == null ? String.valueOf(step.getIndex() + 1) : step.getFieldName())
                        .collect(Collectors.joining("."));
                return Sentences.of("call.file.shape", file, path);
            }
            if (cause instanceof JsonProcessingException syntax && syntax.getLocation() != null) {
                return Sentences.of("call.file.line", file, syntax.getLocation().getLineNr());
            }
        }
        return Sentences.of("call.file", file);
    }
}
