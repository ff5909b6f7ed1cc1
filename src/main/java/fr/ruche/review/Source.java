package fr.ruche.review;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The bytes of a file as a text, held against what can be said before anything parses them. */
final class Source {

    private static final char MARK = '\uFEFF';

    private Source() {}

    /** Empty when the file is not read further; the reason is then among the complaints. */
    static Optional<String> of(byte[] bytes, Limits limits, Complaints complaints) {
        if (bytes.length > limits.fileBytes()) {
            complaints.whole(Rule.FILE_SIZE, bytes.length, limits.fileBytes());
            return Optional.empty();
        }
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(text.isEmpty() || text.charAt(0) != MARK ? text : text.substring(1));
        } catch (CharacterCodingException other) {
            complaints.whole(Rule.ENCODING);
            return Optional.empty();
        }
    }
}
