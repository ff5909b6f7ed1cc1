package fr.ruche.territory;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.ruche.common.Fault;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A GeoJSON file (RFC 7946) of polygons, read strictly: what another program would have to guess at is refused. Rings
 * that go the wrong way round are turned, and positions keep six decimals (11 cm), without their altitude.
 */
record ContourFile(List<Outline> outlines) {

    private static final int MOST_FAULTS = 30;
    private static final int MOST_FEATURES = 2000;
    private static final int DECIMALS = 6;
    private static final Pattern SIREN = Pattern.compile("\\d{9}");
    private static final Pattern WGS84 = Pattern.compile("(?i).*(CRS84|EPSG:+4326)");

    /** Deep enough for the position of a MultiPolygon and the nested properties that some programs write. */
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(20)
                            .maxNumberLength(50)
                            .maxStringLength(20_000)
                            .maxNameLength(200)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * One feature.
     *
     * @param at its place in the file, from 1
     * @param properties those that are texts or numbers, as texts
     * @param rewound whether a ring had to be turned
     */
    record Outline(int at, Map<String, String> properties, ObjectNode geometry, boolean rewound) {

        Fault fault(String what) {
            return at(at, what);
        }

        /** The number, with the name that the file has beside it, if it has one. */
        String called(String siren) {
            return properties.entrySet().stream()
                    .filter(one -> one.getKey().matches("(?i).*(nom|name|lib).*"))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .map(name -> Sentences.of("contours.called", siren, name))
                    .orElse(siren);
        }

        private static Fault at(int at, String what) {
            return new Fault("file", "GEOJSON", Sentences.of("contours.at", at, what));
        }
    }

    /** @throws Rejected naming each fault, thirty at most */
    static ContourFile read(byte[] file) {
        var root = parse(file);
        if (!"FeatureCollection".equals(root.path("type").asText())) {
            throw refused(Sentences.of("contours.collection"));
        }
        var crs = root.path("crs").path("properties").path("name").asText();
        if (!crs.isEmpty() && !WGS84.matcher(crs).matches()) {
            throw refused(Sentences.of("contours.crs", crs));
        }
        if (!root.path("features").isArray() || root.path("features").isEmpty()) {
            throw refused(Sentences.of("contours.none"));
        }
        if (root.path("features").size() > MOST_FEATURES) {
            throw refused(Sentences.of("contours.many", MOST_FEATURES));
        }
        var faults = new ArrayList<Fault>();
        var outlines = new ArrayList<Outline>();
        for (var feature : root.path("features")) {
            var at = outlines.size() + faults.size() + 1;
            try {
                outlines.add(new FeatureReading(feature).outline(at));
            } catch (WrongFeature wrong) {
                faults.add(Outline.at(at, String.valueOf(wrong.getMessage())));
            }
        }
        refuse(faults);
        return new ContourFile(List.copyOf(outlines));
    }

    private static JsonNode parse(byte[] file) {
        if (file.length == 0) {
            throw refused(Sentences.of("contours.empty"));
        }
        try {
            var root = JSON.readTree(file);
            return root == null ? JsonNodeFactory.instance.missingNode() : root;
        } catch (JsonProcessingException broken) {
            var place = broken.getLocation();
            throw place == null
                    ? refused(Sentences.of("contours.unreadable"))
                    : refused(Sentences.of("contours.json", place.getLineNr(), place.getColumnNr()));
        } catch (IOException unreadable) {
            throw refused(Sentences.of("contours.unreadable"));
        }
    }

    /** All of them, or the first and how many more there are. */
    static void refuse(List<Fault> faults) {
        if (faults.size() > MOST_FAULTS) {
            var first = new ArrayList<>(faults.subList(0, MOST_FAULTS));
            first.add(new Fault("file", "GEOJSON", Sentences.of("contours.more", faults.size() - MOST_FAULTS)));
            throw new Rejected(first);
        }
        Rejected.ifAny(faults);
    }

    private static Rejected refused(String why) {
        return Rejected.because("file", "GEOJSON", why);
    }

    /** @throws Rejected when a feature does not have it, or has no SIREN there */
    String withProperty(String name) {
        var faults = new ArrayList<Fault>();
        for (var outline : outlines) {
            var value = outline.properties().get(name);
            if (value == null) {
                faults.add(outline.fault(Sentences.of("contours.property.absent", name)));
            } else if (!SIREN.matcher(value).matches()) {
                faults.add(outline.fault(Sentences.of("contours.siren", value)));
            }
        }
        refuse(faults);
        return name;
    }

    /**
     * The property that looks like a SIREN in every feature; of several, the one that names most of those that are
     * known.
     *
     * @throws Rejected when there is none
     */
    String likelyProperty(Set<String> known) {
        return outlines.get(0).properties().keySet().stream()
                .filter(name -> outlines.stream()
                        .allMatch(one -> SIREN.matcher(Objects.requireNonNullElse(
                                        one.properties().get(name), ""))
                                .matches()))
                .max(Comparator.comparingLong(name -> outlines.stream()
                        .filter(one -> known.contains(
                                Objects.requireNonNullElse(one.properties().get(name), "")))
                        .count()))
                .orElseThrow(() -> Rejected.because(
                        "property",
                        "GEOJSON",
                        Sentences.of(
                                "contours.property.none",
                                String.join(", ", outlines.get(0).properties().keySet()))));
    }

    static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What is wrong with one feature, in French. */
    private static final class WrongFeature extends Exception {

        private WrongFeature(String key, Object... arguments) {
            super(Sentences.of(key, arguments));
        }
    }

    /** A feature on its way to an outline. */
    private static final class FeatureReading {

        private final JsonNode feature;
        private boolean rewound;

        private FeatureReading(JsonNode feature) {
            this.feature = feature;
        }

        private Outline outline(int at) throws WrongFeature {
            if (!"Feature".equals(feature.path("type").asText())) {
                throw new WrongFeature("contours.feature");
            }
            var geometry = geometry(feature.path("geometry"));
            return new Outline(at, properties(feature.path("properties")), geometry, rewound);
        }

        private static Map<String, String> properties(JsonNode all) {
            var properties = new LinkedHashMap<String, String>();
            all.properties().forEach(one -> {
                if (one.getValue().isTextual() || one.getValue().isIntegralNumber()) {
                    properties.put(one.getKey(), one.getValue().asText().strip());
                }
            });
            return properties;
        }

        private ObjectNode geometry(JsonNode geometry) throws WrongFeature {
            var type = geometry.path("type").asText();
            var coordinates = geometry.path("coordinates");
            var read = JsonNodeFactory.instance.objectNode().put("type", type);
            switch (type) {
                case "Polygon" -> read.set("coordinates", polygon(coordinates));
                case "MultiPolygon" -> {
                    var polygons = read.putArray("coordinates");
                    for (var polygon : filled(coordinates)) {
                        polygons.add(polygon(polygon));
                    }
                }
                default -> throw new WrongFeature("contours.geometry", type.isEmpty() ? "null" : type);
            }
            return read;
        }

        private ArrayNode polygon(JsonNode rings) throws WrongFeature {
            var read = JsonNodeFactory.instance.arrayNode();
            for (var ring : filled(rings)) {
                read.add(ring(ring, read.isEmpty()));
            }
            return read;
        }

        private static JsonNode filled(JsonNode array) throws WrongFeature {
            if (!array.isArray() || array.isEmpty()) {
                throw new WrongFeature("contours.coordinates");
            }
            return array;
        }

        private ArrayNode ring(JsonNode positions, boolean exterior) throws WrongFeature {
            var read = new ArrayList<double[]>();
            for (var position : filled(positions)) {
                read.add(position(position));
            }
            if (read.size() < 4) {
                throw new WrongFeature("contours.short", read.size());
            }
            if (!Arrays.equals(read.get(0), read.get(read.size() - 1))) {
                throw new WrongFeature("contours.open");
            }
            var area = area(read);
            if (area == 0) {
                throw new WrongFeature("contours.flat");
            }
            if (area > 0 != exterior) {
                Collections.reverse(read);
                rewound = true;
            }
            var ring = JsonNodeFactory.instance.arrayNode();
            read.forEach(position -> ring.addArray().add(rounded(position[0])).add(rounded(position[1])));
            return ring;
        }

        private static double[] position(JsonNode position) throws WrongFeature {
            if (!position.isArray()
                    || position.size() < 2
                    || position.size() > 3
                    || !position.get(0).isNumber()
                    || !position.get(1).isNumber()) {
                throw new WrongFeature("contours.position");
            }
            var longitude = position.get(0).doubleValue();
            var latitude = position.get(1).doubleValue();
            if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
                throw new WrongFeature(
                        "contours.bounds",
                        position.get(0).asText(),
                        position.get(1).asText());
            }
            return new double[] {longitude, latitude};
        }

        /** Twice the area, above 0 when the ring goes counterclockwise. */
        private static double area(List<double[]> ring) {
            var sum = 0.0;
            for (var at = 0; at + 1 < ring.size(); at++) {
                sum += ring.get(at)[0] * ring.get(at + 1)[1] - ring.get(at + 1)[0] * ring.get(at)[1];
            }
            return sum;
        }

        private static BigDecimal rounded(double degrees) {
            return BigDecimal.valueOf(degrees)
                    .setScale(DECIMALS, RoundingMode.HALF_UP)
                    .stripTrailingZeros();
        }
    }
}
