package fr.ruche.api;

import fr.ruche.common.Sentences;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code /v3/api-docs} says of the API as a whole. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final List<String> REFUSALS = List.of("400", "401", "403", "404", "409");

    @Bean
    OpenAPI api() {
        var basic = new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic");
        return new OpenAPI()
                .info(new Info()
                        .title("Ruche")
                        .version("v1")
                        .description(Sentences.of("api.introduction"))
                        .license(new License().name("EUPL-1.2")))
                .components(new Components().addSecuritySchemes("compte", basic))
                .addSecurityItem(new SecurityRequirement().addList("compte"));
    }

    @Bean
    OpenApiCustomizer refusals() {
        return api -> {
            ModelConverters.getInstance().readAll(Problem.class).forEach(api.getComponents()::addSchemas);
            api.getPaths().values().forEach(path -> path.readOperations().forEach(ApiDescription::addRefusals));
        };
    }

    private static void addRefusals(Operation operation) {
        REFUSALS.forEach(status -> operation
                .getResponses()
                .computeIfAbsent(
                        status,
                        absent -> new ApiResponse()
                                .description(Sentences.of("api.refusal." + status))
                                .content(problem())));
    }

    private static Content problem() {
        var type = new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"));
        return new Content().addMediaType("application/problem+json", type);
    }
}
