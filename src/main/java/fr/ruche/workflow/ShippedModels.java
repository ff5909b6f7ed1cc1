package fr.ruche.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import fr.ruche.common.Sentences;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The programmes that come with the program: one folder each in {@code bpmn/}, {@code forms/}, {@code letters/} and
 * {@code scenarios/}, with the code of the programme as its name. Nothing here deploys anything.
 */
@Component
public class ShippedModels {

    /** What a programme says of itself: {@code name}, and the {@code deployment} that databases know it by. */
    public static final String MANIFEST = "programme.yaml";

    private static final List<String> KINDS =
            List.of("bpmn/*/*.bpmn", "bpmn/*/*.dmn", "bpmn/*/*.call.yaml", "bpmn/*/" + MANIFEST, "forms/*/*.form");
    /** Folders that an operator's place may lack → what lies in them. */
    private static final Map<String, String> OPTIONAL =
            Map.of("scenarios/", "*/*.scenario.yaml", "letters/", "*/*.letter.txt");

    private static final List<String> LOOSE = List.of("bpmn/*.bpmn", "bpmn/*.dmn", "forms/*.form");
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{1,39}");

    private final ResourcePatternResolver resources;
    private final String location;

    /**
     * @param location where {@code bpmn/}, {@code forms/} and the others are: in the program, or a folder
     *     ({@code file:/srv/ruche/})
     */
    ShippedModels(ResourcePatternResolver resources, @Value("${ruche.models.location:classpath:/}") String location) {
        this.resources = resources;
        this.location = location;
    }

    /**
     * All of them, by their code.
     *
     * @throws UncheckedIOException saying in French which place cannot be read
     * @throws IllegalStateException saying in French which file lies outside of a folder, or in one whose name is no
     *     code
     */
    public List<Programme> all() {
        try {
            var found = new TreeMap<String, Map<String, byte[]>>();
            for (var loose : LOOSE) {
                for (var file : resources.getResources(location + loose)) {
                    throw new IllegalStateException(Sentences.of("model.loose", name(file)));
                }
            }
            for (var kind : KINDS) {
                read(kind, found);
            }
            for (var more : OPTIONAL.entrySet()) {
                if (resources.getResource(location + more.getKey()).exists()) {
                    read(more.getKey() + more.getValue(), found);
                }
            }
            return found.entrySet().stream()
                    .map(one -> programme(one.getKey(), one.getValue()))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(Sentences.of("model.unreadable", location), unreadable);
        }
    }

    private void read(String kind, Map<String, Map<String, byte[]>> found) throws IOException {
        for (var file : resources.getResources(location + kind)) {
            var content = found.computeIfAbsent(folder(file), none -> new TreeMap<>());
            content.put(name(file), file.getContentAsByteArray());
        }
    }

    private static Programme programme(String code, Map<String, byte[]> files) {
        var manifest = manifest(code, files.remove(MANIFEST));
        return new Programme(
                code,
                manifest.path("name").asText(code),
                manifest.path("deployment").asText(code),
                files);
    }

    private static JsonNode manifest(String code, byte @Nullable [] file) {
        var yaml = YAMLMapper.builder().build();
        try {
            return file == null ? yaml.createObjectNode() : yaml.readTree(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    Sentences.of("model.unreadable", "bpmn/" + code + "/" + MANIFEST), unreadable);
        }
    }

    /** The bare file name, whether the file comes from a jar or from a folder: a path would make it another model. */
    private static String name(Resource file) {
        return Objects.requireNonNull(file.getFilename());
    }

    private static String folder(Resource file) throws IOException {
        var path = file.getURL().toString().split("/");
        var folder = path[path.length - 2];
        if (!CODE.matcher(folder).matches()) {
            throw new IllegalStateException(Sentences.of("model.folder", folder));
        }
        return folder;
    }

    /**
     * @param code name of its folders
     * @param name what people call it, in French
     * @param deployment the name of its deployments
     * @param files content by bare file name, without the manifest
     */
    public record Programme(String code, String name, String deployment, Map<String, byte[]> files) {

        public Programme {
            files = Map.copyOf(files);
        }
    }
}
