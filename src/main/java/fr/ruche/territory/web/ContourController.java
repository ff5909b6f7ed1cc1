package fr.ruche.territory.web;

import fr.ruche.identity.Actors;
import fr.ruche.territory.ContourReport;
import fr.ruche.territory.Contours;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The contours of the intercommunalities: read by everybody who is signed in, imported by an administrator. */
@RestController
@RequestMapping("/api/v1/epci/contours")
@Tag(name = "Territoires")
class ContourController {

    private static final String GEOJSON = "application/geo+json";

    private final Contours contours;
    private final Actors actors;

    ContourController(Contours contours, Actors actors) {
        this.contours = contours;
        this.actors = actors;
    }

    @GetMapping(produces = GEOJSON)
    @Operation(
            summary = "Les contours des intercommunalités",
            description = "GeoJSON (RFC 7946) : une FeatureCollection, propriétés `epci` (SIREN) et `name`.")
    String read() {
        return contours.geoJson();
    }

    @PutMapping(consumes = {GEOJSON, MediaType.APPLICATION_JSON_VALUE})
    @Operation(
            summary = "Remplacer les contours (administrateur, gestionnaire)",
            description = "GeoJSON en WGS 84 : une FeatureCollection de Polygon et MultiPolygon, dont une propriété est"
                    + " le SIREN. Tout est pris, ou rien : chaque faute est nommée. Les anneaux qui tournent à l’envers"
                    + " sont retournés.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(mediaType = GEOJSON, schema = @Schema(type = "object"))))
    ContourReport replace(
            @Parameter(hidden = true) InputStream body,
            @RequestParam @Parameter(description = "Auteur et licence, écrits sous la carte") String source,
            @RequestParam(required = false)
                    @Parameter(description = "Propriété qui porte le SIREN ; reconnue d’elle-même si rien n’est dit")
                    @Nullable String property,
            @RequestParam(defaultValue = "false")
                    @Parameter(description = "Laisser de côté les intercommunalités que Ruche ne connaît pas")
                    boolean leaveOthers)
            throws IOException {
        var file = body.readNBytes(contours.most() + 1); // one more tells that there is more
        return contours.replace(file, property, source, leaveOthers, actors.required());
    }
}
