package fr.ruche.programme.web;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import fr.ruche.common.Euros;
import fr.ruche.common.Fault;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.programme.Channel;
import fr.ruche.programme.Conformity;
import fr.ruche.programme.HolderKind;
import fr.ruche.programme.Project;
import fr.ruche.programme.Scale;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The facts about a project, as they are sent; see {@link Project}. */
record EligibilityRequest(
        @Nullable String measure,
        @Nullable Scale scale,
        @Nullable Holder holder,
        @Nullable String commune,
        @Nullable String epci,
        @Nullable Boolean territorialJury,
        @Nullable Boolean priorityNeighbourhood,

        @JsonDeserialize(contentUsing = ThemeCode.class) @Nullable List<@Nullable String> gupThemes,

        @Nullable Boolean activityProgramme,
        @Nullable Boolean uncoveredNeed,
        @Nullable Boolean priorContact,
        @Nullable Instant ficheReceivedAt,
        @Nullable Channel ficheChannel,
        @Nullable LocalDate fichePostmark,
        @Nullable Conformity conformity,
        @Nullable Instant dossierReceivedAt,
        @Nullable Channel dossierChannel,
        @Nullable LocalDate postmark,
        @Nullable List<@Nullable String> missingDocuments,
        @Nullable BigDecimal totalCost,
        @Nullable BigDecimal requestedOperating,
        @Nullable BigDecimal requestedInvestment,
        @Nullable Financing financing,
        @Nullable BigDecimal volunteering,
        @Nullable BigDecimal alreadyAwardedThisYear) {

    record Holder(
            @Nullable HolderKind kind,
            @Nullable String siret,
            @Nullable String rna) {}

    record Financing(
            @Nullable BigDecimal commune,
            @Nullable BigDecimal epci,
            @Nullable BigDecimal departement,
            @Nullable BigDecimal etat,
            @Nullable BigDecimal europe,
            @Nullable BigDecimal prives,
            @Nullable BigDecimal ownFunds,
            @Nullable BigDecimal otherIncome) {

        Project.Financing toFinancing() {
            return new Project.Financing(
                    orZero(commune),
                    orZero(epci),
                    orZero(departement),
                    orZero(etat),
                    orZero(europe),
                    orZero(prives),
                    orZero(ownFunds),
                    orZero(otherIncome));
        }

        private static BigDecimal orZero(@Nullable BigDecimal amount) {
            return Objects.requireNonNullElse(amount, Euros.ZERO);
        }
    }

    /** @throws Rejected naming every field that must be there and is not */
    Project toProject() {
        var missing = new Missing();
        var project = new Project(
                missing.unless("measure", measure, ""),
                missing.unless("scale", scale, Scale.COMMUNALE),
                holder(missing),
                commune,
                epci,
                missing.unless("territorialJury", territorialJury, false),
                priorityNeighbourhood,
                missing.items("gupThemes", gupThemes),
                missing.unless("activityProgramme", activityProgramme, false),
                uncoveredNeed,
                missing.unless("priorContact", priorContact, false),
                ficheReceivedAt,
                ficheChannel,
                postmarkOfFiche(),
                conformity,
                dossierReceivedAt,
                dossierChannel,
                postmark,
                missing.items("missingDocuments", missingDocuments),
                totalCost,
                requestedOperating,
                requestedInvestment,
                financing == null ? null : financing.toFinancing(),
                volunteering,
                alreadyAwardedThisYear,
                0,
                0);
        Rejected.ifAny(missing.faults);
        return project;
    }

    private Project.Holder holder(Missing missing) {
        var kind = missing.unless("holder.kind", holder == null ? null : holder.kind(), HolderKind.AUTRE);
        return new Project.Holder(kind, holder == null ? null : holder.siret(), holder == null ? null : holder.rna());
    }

    private static final class Missing {

        private final List<Fault> faults = new ArrayList<>();

        <T> T unless(String field, @Nullable T value, T instead) {
            if (value == null) {
                faults.add(new Fault(field, "REQUIRED", Sentences.of("field.required", field)));
                return instead;
            }
            return value;
        }

        List<String> items(String field, @Nullable List<@Nullable String> items) {
            var known = new ArrayList<String>();
            var list = Objects.requireNonNullElse(items, List.<@Nullable String>of());
            for (int i = 0; i < list.size(); i++) {
                known.add(unless(field + "[" + i + "]", list.get(i), ""));
            }
            return known;
        }
    }

    /** Whoever names one postmark means that of the dossier, unless only the fiche came on paper. */
    private @Nullable LocalDate postmarkOfFiche() {
        return fichePostmark == null && dossierChannel != Channel.PAPER ? postmark : fichePostmark;
    }
}
