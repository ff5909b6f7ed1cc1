package fr.ruche.dossier.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An example of a fiche for the description of the API. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@RequestBody(content = @Content(mediaType = "application/json", examples = @ExampleObject("""
                                        {
                                          "call": "DSDT-2015",
                                          "fiche": {
                                            "measure": "F1",
                                            "scale": "COMMUNALE",
                                            "title": "Fonds de participation des habitants",
                                            "summary": "Des micro-projets portés par les habitants du quartier.",
                                            "commune": "59512",
                                            "themes": [],
                                            "holder": {
                                              "kind": "ASSOCIATION",
                                              "name": "Les Voisins (association fictive)",
                                              "siret": "99900001100018",
                                              "rna": "W595999001",
                                              "address": "1 rue des Exemples, 59100 Roubaix",
                                              "representative": "Camille Exemple",
                                              "contactName": "Camille Exemple",
                                              "contactEmail": "contact@exemple.fr"
                                            },
                                            "priorContact": {"date": "2014-10-15", "persons": "Service politique de la ville"},
                                            "activityProgramme": false,
                                            "estimatedCost": 10000.00,
                                            "estimatedRequest": 2000.00,
                                            "startsOn": "2015-03-01",
                                            "endsOn": "2015-12-31"
                                          }
                                        }""")))
@interface OpeningExample {}
