package fr.ruche.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * Three thousand random envelopes, shared as the reference of the customer shares them: {@code vectors.jsonl.gz} holds
 * what it answered ({@code vectors.py} wrote it).
 */
class ReferenceTests {

    private static final JsonMapper JSON = new JsonMapper();

    private final Allocations allocations = new Allocations();

    @Test
    void everyEnvelopeIsSharedAsTheReferenceSharesIt() throws IOException {
        var read = 0;
        try (var vectors = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(
                        Objects.requireNonNull(getClass().getResourceAsStream("/allocation/vectors.jsonl.gz"))),
                StandardCharsets.UTF_8))) {
            for (var line = vectors.readLine(); line != null; line = vectors.readLine()) {
                agrees(JSON.readTree(line), ++read);
            }
        }
        assertThat(read).isEqualTo(3000);
    }

    private void agrees(JsonNode vector, int at) {
        var candidates = new ArrayList<Candidate>();
        vector.path("items").forEach(item -> candidates.add(candidate(item)));
        Collections.shuffle(candidates, new Random(at));
        var envelopes = map(vector.path("envelopes"), ReferenceTests::euros);

        var ranked =
                allocations.share(AllocationMode.RANK, policy(vector.path("policy")), envelopes, "REGION", candidates);
        assertThat(ranked.grants()).as("grants %d", at).isEqualTo(map(vector.path("grants"), ReferenceTests::euros));
        assertThat(ranked.status())
                .as("status %d", at)
                .isEqualTo(map(vector.path("status"), status -> AllocationStatus.valueOf(status.asText())));
        assertThat(ranked.remainders())
                .as("remainders %d", at)
                .isEqualTo(map(vector.path("remainders"), ReferenceTests::euros));
        assertThat(ranked.reserve()).as("reserve %d", at).isEqualTo(texts(vector.path("reserve")));

        var rated = allocations.share(
                AllocationMode.PRORATA, policy(vector.path("policy")), envelopes, "REGION", candidates);
        assertThat(rated.grants()).as("rate %d", at).isEqualTo(map(vector.path("prorata"), ReferenceTests::euros));
    }

    private static Candidate candidate(JsonNode item) {
        return new Candidate(
                item.get(0).asText(),
                item.get(1).asText(),
                hundredths(item.get(2)),
                BigDecimal.valueOf(item.get(3).asInt()),
                BigDecimal.valueOf(item.get(4).asInt()),
                Instant.ofEpochSecond(item.get(5).asLong()),
                euros(item.get(6)),
                euros(item.get(7)),
                euros(item.get(8)),
                item.get(9).asBoolean(),
                item.get(10).asBoolean());
    }

    private static AllocationPolicy policy(JsonNode policy) {
        return new AllocationPolicy(
                hundredths(policy.get("threshold")),
                policy.get("partial").asBoolean(),
                policy.get("partial_min_pct").asInt(),
                policy.get("strict").asBoolean(),
                policy.get("pool_remainders").asBoolean(),
                euros(policy.get("unit")));
    }

    private static BigDecimal euros(JsonNode cents) {
        return hundredths(cents);
    }

    private static BigDecimal hundredths(JsonNode whole) {
        return BigDecimal.valueOf(whole.asLong(), 2);
    }

    private static <T> Map<String, T> map(JsonNode object, Function<JsonNode, T> value) {
        var map = new HashMap<String, T>();
        object.fields().forEachRemaining(entry -> map.put(entry.getKey(), value.apply(entry.getValue())));
        return map;
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
