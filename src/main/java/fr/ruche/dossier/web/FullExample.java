package fr.ruche.dossier.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An example of a full dossier for the description of the API. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@RequestBody(content = @Content(mediaType = "application/json", examples = @ExampleObject("""
                                        {
                                          "objectives": "Donner aux habitants les moyens d’agir.",
                                          "description": "Un fonds géré par les habitants.",
                                          "beneficiaries": "Les habitants du quartier.",
                                          "minimumUseful": 2000.00,
                                          "iban": "FR7699999000010000000100122",
                                          "engagement": true,
                                          "budget": [
                                            {"section": "OPERATING", "account": "60", "amount": 10000.00},
                                            {"section": "OPERATING", "account": "74-REGION", "amount": 2000.00, "status": "DEMANDE"},
                                            {"section": "OPERATING", "account": "74-COMMUNE", "amount": 3000.00, "status": "ACQUIS"},
                                            {"section": "OPERATING", "account": "74-ETAT", "amount": 3000.00},
                                            {"section": "OPERATING", "account": "PROPRES", "amount": 2000.00}
                                          ]
                                        }""")))
@interface FullExample {}
