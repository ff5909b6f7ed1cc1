package fr.ruche.programme;

import fr.ruche.common.ParisTime;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Calls as the files of a bundle state them, without putting anything into the database. */
@Component
public class CallFiles {

    private static final String ENDING = ".call.yaml";

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
        var stated = files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(ENDING))
                .<Resource>map(file -> new ByteArrayResource(file.getValue()))
                .toList();
        return files.containsKey(code + ENDING) ? Optional.of(read(stated, code)) : Optional.empty();
    }

    private Call read(List<Resource> stated, String code) {
        try {
            var parameters = new ShippedCalls(stated, ParisTime.dayOf(clock.instant()))
                    .load(true)
                    .get(code);
            if (parameters != null) {
                return new Call(code, 0, parameters);
            }
        } catch (IOException | ClassCastException | IllegalStateException unreadable) {
            throw Rejected.because(code + ENDING, "FORMAT", Sentences.of("call.file", code + ENDING));
        }
        throw Rejected.because(code + ENDING, "FORMAT", Sentences.of("call.file", code + ENDING));
    }
}
