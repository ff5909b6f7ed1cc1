package fr.ruche.programme;

import static fr.ruche.programme.AProject.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.ruche.IntegrationTest;
import fr.ruche.common.Fault;
import fr.ruche.common.Rejected;
import fr.ruche.programme.Assessment.Failure;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every rule just below, at and just above its limit, and on what is not known yet. */
@IntegrationTest
class EligibilityTests {

    @Autowired
    Eligibility eligibility;

    @Autowired
    Calls calls;

    @Autowired
    CallTables tables;

    private Assessment assess(Project project) {
        return eligibility.assess("DSDT-2015", 1, project).orElseThrow();
    }

    private Assessment assess(Consumer<AProject> change) {
        return assess(AProject.with(change));
    }

    private Assessment gup(Consumer<AProject> change) {
        return assess(AProject.gup(change));
    }

    /** Holds the project against a call of which one thing is changed. */
    private Assessment assess(Consumer<ObjectNode> parameter, Project project) {
        var code = "TEST-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        var parameters = CallVariants.with(calls.at("DSDT-2015", 1).parameters(), parameter);
        tables.create(code, parameters, "test", "Un appel pour l’essai.");
        return eligibility.assess(code, 1, project).orElseThrow();
    }

    private static Consumer<ObjectNode> choice(String name, boolean value) {
        return call -> ((ObjectNode) call.path("choices")).put(name, value);
    }

    private static void passes(Assessment assessment) {
        assertThat(assessment.failures()).isEmpty();
        assertThat(assessment.verdict()).isEqualTo(Verdict.RECEVABLE);
    }

    private static void fails(Assessment assessment, String rule, Verdict verdict) {
        assertThat(assessment.failures()).extracting(Failure::rule).containsExactly(rule);
        assertThat(assessment.verdict()).isEqualTo(verdict);
        assertThat(assessment.route()).isNull();
        assertThat(assessment.maximumGrant()).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(assessment.conventionRequired()).isFalse();
        assertThat(assessment.failures().get(0)).satisfies(failure -> {
            assertThat(failure.message()).endsWith(".").doesNotContain("null");
            assertThat(failure.found()).isNotBlank().doesNotContain("null");
            assertThat(failure.required()).isNotBlank().doesNotContain("null");
            assertThat(failure.source()).isNotBlank().doesNotContain("null");
        });
    }

    @Test
    void aFicheIsInTimeUntilTheLastInstantOfTheDayInParis() {
        passes(assess(p -> p.fiche = Instant.parse("2014-12-01T22:59:59.999Z")));
        fails(
                assess(p -> p.fiche = Instant.parse("2014-12-01T23:00:00Z")),
                "ELIG-01",
                Verdict.IRRECEVABLE_HORS_DELAI_FICHE);
    }

    @Test
    void ofAFicheOnPaperThePostmarkCounts() {
        Consumer<AProject> late = p -> {
            p.fiche = Instant.parse("2014-12-04T08:00:00Z");
            p.ficheChannel = Channel.PAPER;
        };
        passes(assess(late.andThen(p -> p.fichePostmark = LocalDate.of(2014, 12, 1))));
        fails(
                assess(late.andThen(p -> p.fichePostmark = LocalDate.of(2014, 12, 2))),
                "ELIG-01",
                Verdict.IRRECEVABLE_HORS_DELAI_FICHE);
        fails(assess(late), "ELIG-01", Verdict.IRRECEVABLE_HORS_DELAI_FICHE);
    }

    @Test
    void theFicheKeepsItsPostmarkWhenTheDossierHasOneToo() {
        passes(assess(p -> {
            p.fiche = Instant.parse("2014-12-04T08:00:00Z");
            p.ficheChannel = Channel.PAPER;
            p.fichePostmark = LocalDate.of(2014, 12, 1);
            p.dossier = Instant.parse("2015-01-27T08:00:00Z");
            p.dossierChannel = Channel.PAPER;
            p.postmark = LocalDate.of(2015, 1, 23);
        }));
    }

    @Test
    void theDayOfReceiptCountsInACallThatDoesNotGoByThePostmark() {
        var paper = AProject.with(p -> {
            p.dossier = Instant.parse("2015-01-27T08:00:00Z");
            p.dossierChannel = Channel.PAPER;
            p.postmark = LocalDate.of(2015, 1, 23);
        });
        fails(
                assess(call -> ((ObjectNode) call.path("paper")).put("postmarkCounts", false), paper),
                "ELIG-03",
                Verdict.IRRECEVABLE_HORS_DELAI_DOSSIER);
    }

    @Test
    void aTerritoryMayHaveLaterDays() {
        Consumer<ObjectNode> later = call -> ((ObjectNode) call.path("calendar"))
                .putObject("territories")
                .putObject("246200364")
                .put("ficheDeadline", "2014-12-03")
                .put("dossierDeadline", "2015-01-30");
        passes(assess(later, AProject.with(p -> {
            p.fiche = Instant.parse("2014-12-03T22:59:59Z");
            p.dossier = Instant.parse("2015-01-30T22:59:59Z");
        })));
    }

    @Test
    void theIntercommunalityHasTheFirstWord() {
        passes(assess(p -> p.conformity = Conformity.CONFORM_WITH_RESERVES));
        fails(assess(p -> p.conformity = Conformity.NOT_CONFORM), "ELIG-02", Verdict.NON_CONFORME_EPCI);
        fails(assess(p -> p.conformity = Conformity.NO_ANSWER), "ELIG-02", Verdict.EN_ATTENTE_CONFORMITE);
    }

    @Test
    void itsSilenceIsAgreementOnlyInACallThatSaysSo() {
        var silent = AProject.with(p -> p.conformity = Conformity.NO_ANSWER);
        passes(assess(choice("tacitConformity", true), silent));
    }

    @Test
    void aDossierIsInTimeUntilTheLastInstantOfTheDayInParis() {
        passes(assess(p -> p.dossier = Instant.parse("2015-01-23T22:59:59.999Z")));
        var late = assess(p -> p.dossier = Instant.parse("2015-01-23T23:00:00Z"));
        fails(late, "ELIG-03", Verdict.IRRECEVABLE_HORS_DELAI_DOSSIER);
        assertThat(late.failures().get(0).found()).isEqualTo("24/01/2015 à 00:00:00");
        assertThat(late.failures().get(0).required())
                .isEqualTo("au plus tard le 23/01/2015 à 23:59:59 (heure de Paris)");
    }

    @Test
    void ofADossierOnPaperThePostmarkCounts() {
        Consumer<AProject> paper = p -> {
            p.dossier = Instant.parse("2015-01-27T08:00:00Z");
            p.dossierChannel = Channel.PAPER;
        };
        passes(assess(paper.andThen(p -> p.postmark = LocalDate.of(2015, 1, 23))));
        fails(
                assess(paper.andThen(p -> p.postmark = LocalDate.of(2015, 1, 24))),
                "ELIG-03",
                Verdict.IRRECEVABLE_HORS_DELAI_DOSSIER);
        fails(assess(paper), "ELIG-03", Verdict.IRRECEVABLE_HORS_DELAI_DOSSIER);
        fails(
                assess(paper.andThen(p -> {
                    p.dossierChannel = Channel.ONLINE;
                    p.postmark = LocalDate.of(2015, 1, 23);
                })),
                "ELIG-03",
                Verdict.IRRECEVABLE_HORS_DELAI_DOSSIER);
    }

    @Test
    void anIncompleteDossierIsNotAdmissibleUnlessTheCallGivesTime() {
        var incomplete = AProject.with(p -> p.missing = List.of("Délibération", "RIB"));
        var refused = assess(incomplete);
        fails(refused, "ELIG-04", Verdict.IRRECEVABLE_INCOMPLET);
        assertThat(refused.failures().get(0).message()).contains("Délibération, RIB");
        passes(assess(call -> ((ObjectNode) call.path("choices")).put("regularisationDays", 36_500), incomplete));
    }

    @Test
    void thePriorContactIsIndispensable() {
        fails(assess(p -> p.priorContact = false), "ELIG-13", Verdict.IRRECEVABLE_INCOMPLET);
    }

    @ParameterizedTest
    @CsvSource({"9999.99, false", "10000.00, true", "10000.01, false"})
    void theBudgetIsBalancedToTheCent(BigDecimal total, boolean balanced) {
        var assessment = assess(p -> p.total = total);
        if (balanced) {
            passes(assessment);
        } else {
            assertThat(assessment.failures()).extracting(Failure::rule).contains("ELIG-11");
            assertThat(assessment.verdict()).isEqualTo(Verdict.A_REGULARISER_BUDGET);
            assertThat(assessment.failures().get(0).message()).contains("0,01");
        }
    }

    @Test
    void whoIsFundedForItsProgrammeMustShowANeedThatItDoesNotCover() {
        passes(assess(p -> p.uncoveredNeed = false));
        Consumer<AProject> funded = p -> p.activityProgramme = true;
        passes(assess(funded.andThen(p -> p.uncoveredNeed = true)));
        passes(assess(funded));
        fails(assess(funded.andThen(p -> p.uncoveredNeed = false)), "ELIG-10", Verdict.INELIGIBLE_PROGRAMME_ACTIVITE);
    }

    @Test
    void onlyGupIsTiedToThePriorityGeography() {
        passes(assess(p -> p.priority = false));
        passes(gup(p -> {}));
        passes(gup(p -> p.priority = null));
        fails(gup(p -> p.priority = false), "ELIG-07", Verdict.INELIGIBLE_GEOGRAPHIE);
    }

    @Test
    void onlyGupNeedsOneOfTheThemesOfTheCall() {
        passes(assess(p -> p.themes = List.of("9")));
        passes(gup(p -> p.themes = List.of("9", "8")));
        fails(gup(p -> p.themes = List.of()), "ELIG-08", Verdict.INELIGIBLE_THEMATIQUE);
        fails(gup(p -> p.themes = List.of("9")), "ELIG-08", Verdict.INELIGIBLE_THEMATIQUE);
    }

    @ParameterizedTest
    @CsvSource({
        "F1, 1999.99, false",
        "F1, 2000.00, true",
        "F2, 1999.99, false",
        "F2, 2000.00, true",
        "F3, 4999.99, false",
        "F3, 5000.00, true",
        "F3, 5000.01, true"
    })
    void aRequestReachesTheFloorOfItsMeasure(String measure, BigDecimal request, boolean reached) {
        var assessment = assess(p -> {
            p.measure = measure;
            p.operating = request;
            p.ownFunds = euros("7000.00").subtract(request);
        });
        if (reached) {
            passes(assessment);
        } else {
            fails(assessment, "ELIG-05", Verdict.INELIGIBLE_PLANCHER);
        }
    }

    @Test
    void theFloorIsToldAsAFrenchPersonWritesIt() {
        var failure = assess(p -> {
                    p.operating = euros("1999.99");
                    p.ownFunds = euros("5000.01");
                })
                .failures()
                .get(0);

        assertThat(failure)
                .isEqualTo(new Failure(
                        "ELIG-05",
                        "Le montant demandé, 1\u202f999,99\u00a0€, est inférieur au plancher de 2\u202f000,00\u00a0€ de la"
                                + " fiche technique F2.",
                        "1\u202f999,99\u00a0€",
                        "au moins 2\u202f000,00\u00a0€",
                        "001 l.275"));
    }

    @ParameterizedTest
    @CsvSource({"2500.00, 2500.00, true", "2500.00, 2499.99, false", "0.00, 5000.00, true"})
    void theFloorOfGupIsHeldAgainstTheSumOfBothSections(BigDecimal operating, BigDecimal investment, boolean reached) {
        var assessment = gup(p -> {
            p.operating = operating;
            p.investment = investment;
            p.ownFunds = euros("100000.00").subtract(operating).subtract(investment);
        });
        if (reached) {
            passes(assessment);
        } else {
            fails(assessment, "ELIG-05", Verdict.INELIGIBLE_PLANCHER);
        }
    }

    @ParameterizedTest
    @CsvSource({"2999.99, false", "3000.00, true", "3000.01, true"})
    void localAuthoritiesPayThirtyPerCentExactly(BigDecimal local, boolean enough) {
        var assessment = assess(p -> {
            p.commune = local;
            p.ownFunds = euros("5000.00").subtract(local);
        });
        if (enough) {
            passes(assessment);
        } else {
            fails(assessment, "ELIG-06", Verdict.INELIGIBLE_COFINANCEMENT);
            assertThat(assessment.localCofinancingRate()).isEqualByComparingTo("29.9999");
            assertThat(assessment.failures().get(0).found()).isEqualTo("29,99\u00a0%");
            assertThat(assessment.failures().get(0).message()).contains("3\u202f000,00\u00a0€ (30\u00a0%)");
        }
    }

    @Test
    void aShareThatRoundsToThirtyPerCentIsStillTooSmall() {
        // 29.995 %, and 29.99999…% of a large budget
        fails(
                assess(p -> {
                    p.total = euros("20000.00");
                    p.commune = euros("5999.00");
                    p.ownFunds = euros("9001.00");
                }),
                "ELIG-06",
                Verdict.INELIGIBLE_COFINANCEMENT);
        fails(
                assess(p -> {
                    p.total = euros("999999999.99");
                    p.commune = euros("299999999.99");
                    p.ownFunds = euros("699995000.00");
                }),
                "ELIG-06",
                Verdict.INELIGIBLE_COFINANCEMENT);
    }

    @Test
    void communeIntercommunalityAndDepartementAddUpButStateEuropeAndPrivateMoneyDoNot() {
        passes(assess(p -> {
            p.commune = euros("1000.00");
            p.epci = euros("1000.00");
            p.departement = euros("1000.00");
        }));
        fails(
                assess(p -> {
                    p.commune = euros("0.00");
                    p.etat = euros("1000.00");
                    p.europe = euros("1000.00");
                    p.prives = euros("1000.00");
                }),
                "ELIG-06",
                Verdict.INELIGIBLE_COFINANCEMENT);
    }

    @ParameterizedTest
    @CsvSource({"ASSOCIATION, false", "AUTRE, false", "COMMUNE, true", "EPCI, true", "DEPARTEMENT, true"})
    void theOwnFundsOfALocalAuthorityAreLocalMoney(HolderKind kind, boolean local) {
        var project = AProject.with(p -> {
            p.kind = kind;
            p.commune = euros("0.00");
            p.ownFunds = euros("5000.00");
        });
        if (local) {
            passes(assess(project));
        } else {
            fails(assess(project), "ELIG-06", Verdict.INELIGIBLE_COFINANCEMENT);
        }
        fails(
                assess(choice("ownFundsOfLocalAuthorityCount", false), project),
                "ELIG-06",
                Verdict.INELIGIBLE_COFINANCEMENT);
    }

    @Test
    void volunteeringIsOutsideTheBaseUnlessTheCallCountsIt() {
        var project = AProject.with(p -> p.volunteering = euros("0.01"));
        passes(assess(project));
        fails(
                assess(choice("cofinancingBaseExcludesVolunteering", false), project),
                "ELIG-06",
                Verdict.INELIGIBLE_COFINANCEMENT);
    }

    @ParameterizedTest
    @CsvSource({
        "COMMUNE, 19999.99, false",
        "COMMUNE, 20000.00, true",
        "EPCI, 19999.99, false",
        "ASSOCIATION, 1.00, true"
    })
    void aPublicHolderPaysAFifthOfThePublicMoneyOfAnInvestment(HolderKind kind, BigDecimal own, boolean enough) {
        var assessment = gup(p -> {
            p.kind = kind;
            p.ownFunds = own;
            p.etat = euros("25000.00").subtract(own);
        });
        if (enough) {
            passes(assessment);
        } else {
            fails(assessment, "ELIG-12", Verdict.INELIGIBLE_PART_PROPRE);
        }
    }

    @Test
    void privateMoneyIsNoPublicMoneyAndOperatingIsNoInvestment() {
        passes(gup(p -> {
            p.ownFunds = euros("18750.00");
            p.prives = euros("6250.00");
        }));
        passes(gup(p -> {
            p.operating = euros("20000.00");
            p.investment = euros("0.00");
            p.total = euros("20000.00");
            p.ownFunds = euros("0.00");
        }));
    }

    @ParameterizedTest
    @CsvSource({
        "0.00, 149999.99, RECEVABLE, 149999.99",
        "0.00, 150000.00, RECEVABLE, 150000.00",
        "0.00, 150000.01, RECEVABLE_ECRETE, 150000.00",
        "20000.00, 0.00, RECEVABLE, 20000.00",
        "20000.01, 0.00, RECEVABLE_ECRETE, 20000.00",
        "25000.00, 160000.00, RECEVABLE_ECRETE, 170000.00",
        "25000.00, 10000.00, RECEVABLE_ECRETE, 30000.00"
    })
    void eachSectionOfGupIsClippedToItsCap(
            BigDecimal operating, BigDecimal investment, Verdict verdict, BigDecimal grant) {
        var assessment = gup(p -> {
            p.operating = operating;
            p.investment = investment;
            p.ownFunds = euros("100000.00");
            p.total = operating.add(investment).add(p.ownFunds);
        });

        assertThat(assessment.verdict()).isEqualTo(verdict);
        assertThat(assessment.failures()).isEmpty();
        assertThat(assessment.maximumGrant()).isEqualTo(grant);
        assertThat(assessment.admissible()).isTrue();
        assertThat(assessment.route()).isEqualTo(Route.JURY_TERRITORIAL);
    }

    @Test
    void aCallMayRefuseInsteadOfClippingAndMayClipTheSum() {
        var project = AProject.gup(p -> {
            p.operating = euros("25000.00");
            p.investment = euros("10000.00");
            p.total = euros("60000.00");
        });
        fails(assess(choice("clipAboveCap", false), project), "ELIG-09", Verdict.INELIGIBLE_PLAFOND);
        passes(assess(choice("sectionsClippedApart", false), project));
    }

    @Test
    void theOtherMeasuresHaveNoCap() {
        passes(assess(p -> {
            p.total = euros("2000000.00");
            p.operating = euros("1400000.00");
            p.commune = euros("600000.00");
            p.ownFunds = euros("0.00");
        }));
    }

    @ParameterizedTest
    @CsvSource({
        "ASSOCIATION, 23000.00, 0.00, false",
        "ASSOCIATION, 23000.01, 0.00, true",
        "ASSOCIATION, 13000.00, 10000.00, false",
        "ASSOCIATION, 13000.00, 10000.01, true",
        "AUTRE, 23000.01, 0.00, true",
        "COMMUNE, 50000.00, 0.00, false",
        "EPCI, 50000.00, 0.00, false",
        "DEPARTEMENT, 50000.00, 0.00, false"
    })
    void aPrivateBodyNeedsAConventionAbove23000InAYear(
            HolderKind kind, BigDecimal request, BigDecimal awarded, boolean required) {
        var assessment = assess(p -> {
            p.kind = kind;
            p.operating = request;
            p.commune = euros("50000.00");
            p.ownFunds = euros("0.00");
            p.total = request.add(p.commune);
            p.awarded = awarded;
        });

        passes(assessment);
        assertThat(assessment.conventionRequired()).isEqualTo(required);
    }

    @ParameterizedTest
    @CsvSource({
        "COMMUNALE, true, JURY_TERRITORIAL", "INTERCOMMUNALE, true, JURY_TERRITORIAL",
        "REGIONALE, true, JURY_REGIONAL", "COMMUNALE, false, JURY_REGIONAL",
        "INTERCOMMUNALE, false, JURY_REGIONAL", "REGIONALE, false, JURY_REGIONAL"
    })
    void theScaleAndTheTerritoryNameTheJury(Scale scale, boolean territorialJury, Route route) {
        assertThat(assess(p -> {
                            p.scale = scale;
                            p.territorialJury = territorialJury;
                        })
                        .route())
                .isEqualTo(route);
    }

    @Test
    void whatIsNotKnownFailsNoRule() {
        var assessment = gup(p -> {
            p.priority = null;
            p.fiche = null;
            p.conformity = null;
            p.dossier = null;
            p.total = null;
            p.operating = null;
            p.investment = null;
            p.financed = false;
        });

        passes(assessment);
        assertThat(assessment.maximumGrant()).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(assessment.localCofinancingRate()).isNull();
    }

    @Test
    void aRequestAloneIsHeldAgainstTheFloorAndTheCaps() {
        fails(
                assess(p -> {
                    p.total = null;
                    p.financed = false;
                    p.operating = euros("1999.99");
                }),
                "ELIG-05",
                Verdict.INELIGIBLE_PLANCHER);
    }

    @Test
    void aReceivedFicheWaitsForTheIntercommunality() {
        var waiting = assess(p -> {
            p.conformity = null;
            p.dossier = null;
        });

        assertThat(waiting.verdict()).isEqualTo(Verdict.EN_ATTENTE_CONFORMITE);
        assertThat(waiting.failures()).isEmpty();
        assertThat(waiting.admissible()).isFalse();
        assertThat(waiting.maximumGrant()).isEqualByComparingTo("5000");
    }

    @Test
    void allFailingRulesAreToldInTheStatedOrder() {
        var assessment = gup(p -> {
            p.fiche = Instant.parse("2014-12-02T00:00:00Z");
            p.conformity = Conformity.NOT_CONFORM;
            p.dossier = Instant.parse("2015-02-01T00:00:00Z");
            p.missing = List.of("RIB");
            p.priorContact = false;
            p.total = euros("1.00");
            p.activityProgramme = true;
            p.uncoveredNeed = false;
            p.priority = false;
            p.themes = List.of();
            p.investment = euros("4999.99");
            p.ownFunds = euros("0.00");
        });

        assertThat(assessment.failures())
                .extracting(Failure::rule)
                .containsExactly(
                        "ELIG-01", "ELIG-02", "ELIG-03", "ELIG-04", "ELIG-13", "ELIG-11", "ELIG-10", "ELIG-07",
                        "ELIG-08", "ELIG-05", "ELIG-12");
        assertThat(assessment.verdict()).isEqualTo(Verdict.IRRECEVABLE_HORS_DELAI_FICHE);
    }

    @Test
    void factsThatMakeNoSenseAreRefusedByTheirField() {
        assertThatThrownBy(() -> assess(p -> {
                    p.measure = "F5";
                    p.total = euros("-0.01");
                    p.operating = euros("1000000000.00");
                    p.etat = euros("0.001");
                }))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.faults())
                                .extracting(Fault::field)
                                .containsExactly("measure", "totalCost", "requestedOperating", "financing.etat"));
    }

    @Test
    void theAssessmentNamesTheVersionsItUsed() {
        var assessment = assess(p -> {});

        assertThat(assessment.callVersion()).isEqualTo(1);
        assertThat(assessment.rulesVersion()).isPositive();
    }
}
