package fr.ruche.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.ruche.common.Conflict;
import fr.ruche.common.Fault;
import fr.ruche.common.Rejected;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

class ApiErrorsTests {

    enum Colour {
        RED,
        GREEN
    }

    record Line(BigDecimal amount) {}

    record Body(String title, BigDecimal amount, LocalDate day, Boolean flag, Colour colour, List<Line> lines) {}

    @RestController
    static class Echo {

        @PostMapping("/api/v1/echo")
        Body echo(@RequestBody Body body) {
            switch (body.title()) {
                case "rejected" ->
                    throw new Rejected(List.of(new Fault("title", "A", "Un."), new Fault("day", "B", "Deux.")));
                case "conflict" -> throw new Conflict("Trop tard.");
                case "stale" -> throw new OptimisticLockingFailureException("row was updated");
                case "bug" -> throw new IllegalStateException("secret detail");
                default -> {
                    return body;
                }
            }
        }
    }

    private final MockMvc mvc;

    ApiErrorsTests() {
        var builder = new Jackson2ObjectMapperBuilder();
        new StrictJson().strictJsonOfTheApi().customize(builder);
        ObjectMapper json = builder.build();
        mvc = MockMvcBuilders.standaloneSetup(new Echo())
                .setMessageConverters(new MappingJackson2HttpMessageConverter(json))
                .setHandlerExceptionResolvers(new ApiErrors(json))
                .build();
    }

    private ResultActions send(String body) throws Exception {
        return mvc.perform(
                post("/api/v1/echo").contentType(MediaType.APPLICATION_JSON).content(body));
    }

    @Test
    void whatIsRightComesBackWithTwoDecimals() throws Exception {
        send("{\"title\":\"Fête 🎉 <b>\",\"amount\":2000,\"day\":\"2026-12-31\",\"colour\":\"RED\"}")
                .andExpect(status().isOk())
                .andExpect(content().string(org.hamcrest.Matchers.containsString("\"amount\":2000.00")))
                .andExpect(jsonPath("$.title").value("Fête 🎉 <b>"))
                .andExpect(jsonPath("$.day").value("2026-12-31"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"amount\": 1e9} | amount | AMOUNT",
                "{\"amount\": 0.001} | amount | AMOUNT",
                "{\"amount\": 12345678901} | amount | AMOUNT",
                "{\"amount\": NaN} | amount | JSON",
                "{\"amount\": \"12\"} | amount | AMOUNT",
                "{\"amount\": true} | amount | AMOUNT",
                "{\"lines\": [{\"amount\": 1}, {\"amount\": 1e3}]} | lines[1].amount | AMOUNT",
                "{\"day\": \"2026-02-31\"} | day | DATE",
                "{\"day\": 20260101} | day | DATE",
                "{\"flag\": \"oui\"} | flag | TYPE",
                "{\"flag\": 1} | flag | TYPE",
                "{\"colour\": \"BLUE\"} | colour | CHOICE",
                "{\"colour\": 0} | colour | CHOICE",
                "{\"title\": 5} | title | TYPE",
                "{\"nobody\": 5} | nobody | UNKNOWN_FIELD",
                "{\"title\": \"a\", \"title\": \"b\"} | title | JSON",
                "{\"lines\": 5} | lines | TYPE",
                "[] | '' | TYPE",
                "{\"title\": | title | JSON",
            })
    void aWrongFieldIsNamedWithItsRule(String body, String field, String rule) throws Exception {
        send(body)
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.errors.length()").value(1))
                .andExpect(jsonPath("$.errors[0].field").value(field.replace("'", "")))
                .andExpect(jsonPath("$.errors[0].rule").value(rule))
                .andExpect(jsonPath("$.errors[0].message").isNotEmpty());
    }

    @Test
    void everyFaultOfARejectionIsListed() throws Exception {
        send("{\"title\":\"rejected\"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.status").value(400))
                .andExpect(jsonPath("$.instance").value("/api/v1/echo"))
                .andExpect(jsonPath("$.errors[1].message").value("Deux."));
    }

    @Test
    void aStaleWriteIsAConflict() throws Exception {
        send("{\"title\":\"stale\"}").andExpect(status().isConflict());
        send("{\"title\":\"conflict\"}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value("Trop tard."));
    }

    @Test
    void aBugTellsAReferenceAndNoDetail() throws Exception {
        var answer = send("{\"title\":\"bug\"}")
                .andExpect(status().isInternalServerError())
                .andExpect(jsonPath("$.id").isNotEmpty())
                .andReturn();
        assertThat(answer.getResponse().getContentAsString()).doesNotContain("secret");
    }

    @Test
    void aBodyThatIsTooLongIsTooLarge() throws Exception {
        send("{\"title\":\"" + "x".repeat(150_000) + "\"," + " ".repeat(1_000_000) + "}")
                .andExpect(status().isPayloadTooLarge());
    }

    @Test
    void aWrongMethodNamesTheRightOne() throws Exception {
        var answer = mvc.perform(put("/api/v1/echo"))
                .andExpect(status().isMethodNotAllowed())
                .andReturn();
        assertThat(answer.getResponse().getHeader("Allow")).isEqualTo("POST");
    }
}
