package fr.ruche.api;

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
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code /v3/api-docs} says of the API as a whole. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String INTRODUCTION = """
            Tout ce que font les pages de Ruche se fait aussi ici. Les corps sont du JSON en UTF-8 ; les montants sont \
            des nombres en euros avec deux décimales (`2000.00`), les jours s’écrivent `2026-12-31` et les instants \
            `2026-12-31T10:15:00+01:00`. Un champ inconnu, un texte à la place d’un nombre ou une date qui n’existe \
            pas sont refusés.

            Un refus est un `application/problem+json` (RFC 9457) ; `errors` nomme chaque champ, la règle et la raison. \
            L’API du moteur de processus reste à `/engine-rest`.""";

    private static final Map<String, String> REFUSALS = Map.of(
            "400", "Données refusées : chaque faute est nommée dans `errors`.",
            "401", "Compte absent ou mot de passe faux.",
            "403", "Action interdite à ce compte.",
            "404", "Rien à cette adresse, ou rien que ce compte puisse connaître.",
            "409", "Les données ont changé entre-temps, ou l’étape est passée.");

    @Bean
    OpenAPI api() {
        var basic = new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic");
        return new OpenAPI()
                .info(new Info()
                        .title("Ruche")
                        .version("v1")
                        .description(INTRODUCTION)
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
        REFUSALS.forEach((status, text) -> operation
                .getResponses()
                .computeIfAbsent(
                        status, absent -> new ApiResponse().description(text).content(problem())));
    }

    private static Content problem() {
        var type = new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"));
        return new Content().addMediaType("application/problem+json", type);
    }
}
