package fr.ruche.review;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads JSON as every reader of it would: no name twice, nothing behind it, no more than the limits allow. */
final class JsonFile {

    private JsonFile() {}

    /** Empty when the file is not read further; the reason is then among the complaints. */
    static Optional<ObjectNode> read(byte[] bytes, Limits limits, Complaints complaints) {
        return Source.of(bytes, limits, complaints).flatMap(text -> parse(text, limits, complaints));
    }

    private static Optional<ObjectNode> parse(String text, Limits limits, Complaints complaints) {
        try {
            var tree = mapper(limits).readTree(text);
            if (!(tree instanceof ObjectNode object)) {
                complaints.whole(Rule.UNREADABLE, "{");
                return Optional.empty();
            }
            if (everything(object).limit(limits.elements() + 1L).count() > limits.elements()) {
                complaints.whole(Rule.TOO_MANY, limits.elements());
                return Optional.empty();
            }
            return Optional.of(object);
        } catch (StreamConstraintsException large) {
            complaints.whole(Rule.TOO_DEEP, limits.depth());
        } catch (JsonProcessingException broken) {
            var at = broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
            complaints.add(Rule.UNREADABLE, "", Math.max(at, 0), broken.getOriginalMessage());
        }
        return Optional.empty();
    }

    private static JsonMapper mapper(Limits limits) {
        return JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(limits.depth())
                                .build())
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    private static Stream<JsonNode> everything(JsonNode node) {
        return Stream.concat(
                Stream.of(node), StreamSupport.stream(node.spliterator(), false).flatMap(JsonFile::everything));
    }
}
