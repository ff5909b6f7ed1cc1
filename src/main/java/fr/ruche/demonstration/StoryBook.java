package fr.ruche.demonstration;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** The fictitious dossiers, as readable data. */
record StoryBook(String call, List<Story> stories) {

    static StoryBook read() {
        var mapper = YAMLMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
        try (var yaml = new ClassPathResource("stories.yaml", StoryBook.class).getInputStream()) {
            return mapper.readValue(yaml, StoryBook.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
