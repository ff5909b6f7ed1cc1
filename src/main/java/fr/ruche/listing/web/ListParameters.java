package fr.ruche.listing.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.Parameters;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes the filters of a list, which {@link fr.ruche.listing.ListAddresses} reads. */
@Parameters({
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            description =
                    "Mots du numéro, du titre, du porteur, de la commune, de"
                            + " l’intercommunalité ou du résumé, sans égard aux accents ni aux pluriels ; le dernier peut être incomplet",
            example = "jardin part"),
    @Parameter(name = "call", in = ParameterIn.QUERY, description = "Appel", example = "DSDT-2026"),
    @Parameter(
            name = "status",
            in = ParameterIn.QUERY,
            description = "État",
            schema = @Schema(implementation = fr.ruche.dossier.DossierStatus.class)),
    @Parameter(
            name = "step",
            in = ParameterIn.QUERY,
            description = "Étape où le dossier attend",
            example = "userTask_checkConformity"),
    @Parameter(
            name = "clock",
            in = ParameterIn.QUERY,
            description = "Qui le tient",
            schema = @Schema(allowableValues = {"PORTEUR", "INTERCOMMUNALITE", "REGION", "JURY"})),
    @Parameter(
            name = "due",
            in = ParameterIn.QUERY,
            description = "En retard, ou à faire d’ici dimanche",
            schema = @Schema(implementation = fr.ruche.dossier.DossierFilter.Due.class)),
    @Parameter(
            name = "late",
            in = ParameterIn.QUERY,
            description = "En retard seulement : le même que `due=LATE`",
            schema = @Schema(type = "boolean")),
    @Parameter(name = "measure", in = ParameterIn.QUERY, description = "Fiche technique", example = "F1"),
    @Parameter(
            name = "territory",
            in = ParameterIn.QUERY,
            description = "SIREN de l’intercommunalité",
            example = "246200364"),
    @Parameter(name = "sector", in = ParameterIn.QUERY, description = "Secteur qui instruit", example = "littoral"),
    @Parameter(name = "jury", in = ParameterIn.QUERY, description = "`regional` ou le SIREN de l’intercommunalité"),
    @Parameter(name = "organisation", in = ParameterIn.QUERY, description = "SIREN, SIRET ou numéro RNA du porteur"),
    @Parameter(
            name = "rule",
            in = ParameterIn.QUERY,
            description = "Règle que la dernière évaluation a trouvée non respectée",
            example = "ELIG-05"),
    @Parameter(
            name = "requestedFrom",
            in = ParameterIn.QUERY,
            description = "Montant demandé, au moins",
            example = "2000"),
    @Parameter(
            name = "requestedTo",
            in = ParameterIn.QUERY,
            description = "Montant demandé, au plus",
            example = "50000"),
    @Parameter(
            name = "receivedFrom",
            in = ParameterIn.QUERY,
            description = "Fiche reçue à partir de ce jour",
            example = "2026-09-01"),
    @Parameter(
            name = "receivedTo",
            in = ParameterIn.QUERY,
            description = "Fiche reçue jusqu’à ce jour compris",
            example = "2026-12-01"),
    @Parameter(
            name = "reached",
            in = ParameterIn.QUERY,
            description = "Allé au moins jusqu’à ce jalon",
            schema = @Schema(implementation = fr.ruche.dossier.Milestone.class)),
    @Parameter(
            name = "holderKind",
            in = ParameterIn.QUERY,
            description = "Type de porteur",
            schema = @Schema(implementation = fr.ruche.programme.HolderKind.class)),
    @Parameter(
            name = "version",
            in = ParameterIn.QUERY,
            description = "Version du parcours que le dossier suit, ou a suivie jusqu’à sa fin",
            schema = @Schema(type = "integer")),
    @Parameter(
            name = "end",
            in = ParameterIn.QUERY,
            description = "Fin du diagramme où le dossier est arrivé",
            example = "endEvent_notConform"),
    @Parameter(
            name = "difficulty",
            in = ParameterIn.QUERY,
            description = "Difficulté de son territoire, en points, ou `NONE` quand elle n’est pas fixée",
            example = "5"),
    @Parameter(
            name = "marked",
            in = ParameterIn.QUERY,
            description = "Ceux dont les notes sont révélées seulement, pour un gestionnaire",
            schema = @Schema(type = "boolean")),
    @Parameter(
            name = "sort",
            in = ParameterIn.QUERY,
            description = "Ordre ; `NUMBER` si rien n’est dit",
            schema = @Schema(implementation = fr.ruche.dossier.DossierSort.class))
})
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface ListParameters {}
