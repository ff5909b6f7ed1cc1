package fr.ruche.workshop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import fr.ruche.common.Fault;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.review.Limits;
import fr.ruche.workflow.ShippedModels;
import fr.ruche.workshop.VersionTables.VersionRow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A version as one zip file, with the folders in which a programme lies in the repository: {@code bpmn/<programme>/},
 * {@code forms/<programme>/} … What comes in is never written to a disk, and never read further than a bundle may go.
 */
final class Archives {

    private static final YAMLMapper YAML = YAMLMapper.builder().build();
    private static final Pattern PLACE = Pattern.compile("([a-z]+)/([a-z][a-z0-9-]{1,39})/([^/\\\\]+)");
    /** What a Mac adds by itself. */
    private static final Pattern ADDED = Pattern.compile("__MACOSX/.*|(.*/)?\\.DS_Store");

    /** So that the same version is the same file, whenever it is asked for. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Archives() {}

    static byte[] write(VersionRow version, Map<String, byte[]> files) {
        var placed = new TreeMap<String, byte[]>();
        placed.put("bpmn/" + version.programme() + "/" + ShippedModels.MANIFEST, manifest(version));
        files.forEach((name, content) -> {
            var kind = FileKind.of(name).orElseThrow();
            placed.put(kind.folder() + "/" + version.programme() + "/" + name, content);
        });
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : placed.entrySet()) {
                var entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException notInMemory) {
            throw new UncheckedIOException(notInMemory);
        }
        return bytes.toByteArray();
    }

    private static byte[] manifest(VersionRow version) {
        var said = new LinkedHashMap<String, String>();
        said.put("name", version.programmeName());
        if (!version.deploymentName().equals(version.programme())) {
            said.put("deployment", version.deploymentName());
        }
        try {
            return YAML.writeValueAsBytes(said);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * The files of a zip file, by bare name.
     *
     * @param programme code of the only programme whose folders it may have
     * @throws Rejected with one fault for each file that a programme cannot have, or for a file that is no zip file, is
     *     empty, or holds more than a bundle may
     */
    static Map<String, byte[]> read(byte[] archive, String programme, Limits limits) {
        var reading = new Reading(programme, limits);
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                reading.take(entry, zip);
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            throw Rejected.because("file", "ZIP", Sentences.of("workshop.zip.unreadable"));
        }
        return reading.files();
    }

    private static final class Reading {

        private final String programme;
        private final Limits limits;
        private final Map<String, byte[]> files = new TreeMap<>();
        private final List<Fault> faults = new ArrayList<>();
        private int entries;
        private long bytes;

        private Reading(String programme, Limits limits) {
            this.programme = programme;
            this.limits = limits;
        }

        private void take(ZipEntry entry, InputStream content) throws IOException {
            if (++entries > 4 * limits.files()) {
                throw tooMuch();
            }
            var path = entry.getName();
            var refused = refusal(entry);
            var read = content.readNBytes(limits.fileBytes() + 1);
            bytes += read.length;
            if (read.length > limits.fileBytes()) {
                throw new Rejected(List.of(Bundle.tooLarge(path, limits)));
            }
            if (bytes > limits.bundleBytes()) {
                throw tooMuch();
            }
            if (refused != null) {
                faults.add(new Fault("file", "ZIP_ENTRY", refused));
            } else if (counts(entry)) {
                var name = path.substring(path.lastIndexOf('/') + 1);
                if (files.put(name, read) != null) {
                    faults.add(new Fault("file", "TWICE", Sentences.of("workshop.twice", Bundle.shown(name))));
                }
            }
            if (files.size() > limits.files() || faults.size() > limits.files()) {
                throw tooMuch();
            }
        }

        private static boolean counts(ZipEntry entry) {
            return !entry.isDirectory()
                    && !entry.getName().endsWith("/" + ShippedModels.MANIFEST)
                    && !ADDED.matcher(entry.getName()).matches();
        }

        private @Nullable String refusal(ZipEntry entry) {
            var path = entry.getName();
            if (ADDED.matcher(path).matches() || entry.isDirectory() && !path.contains("..")) {
                return null;
            }
            var place = PLACE.matcher(path);
            if (!place.matches()) {
                return Sentences.of("workshop.zip.place", Bundle.shown(path), programme);
            }
            var name = place.group(3);
            if (!place.group(2).equals(programme)) {
                return Sentences.of("workshop.zip.programme", Bundle.shown(path), programme);
            }
            if (name.equals(ShippedModels.MANIFEST) && place.group(1).equals("bpmn")) {
                return null;
            }
            var wrong = Bundle.refusal(name, 0, limits);
            if (wrong.isPresent()) {
                return wrong.get().message();
            }
            var folder = FileKind.of(name).orElseThrow().folder();
            return folder.equals(place.group(1))
                    ? null
                    : Sentences.of("workshop.zip.folder", Bundle.shown(path), folder + "/" + programme);
        }

        private Rejected tooMuch() {
            return new Rejected(List.of(Bundle.tooMuch(limits)));
        }

        private Map<String, byte[]> files() {
            Rejected.ifAny(faults);
            if (entries == 0) {
                throw Rejected.because("file", "ZIP", Sentences.of("workshop.zip.unreadable"));
            }
            if (files.isEmpty()) {
                throw Rejected.because("file", "EMPTY", Sentences.of("workshop.zip.empty", programme));
            }
            return files;
        }
    }
}
