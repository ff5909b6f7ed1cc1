package fr.ruche.programme;

import fr.ruche.programme.Project.Financing;
import fr.ruche.programme.Project.Holder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A project that every rule lets through, and whatever a test changes of it. */
final class AProject {

    String measure = "F2";
    Scale scale = Scale.COMMUNALE;
    HolderKind kind = HolderKind.ASSOCIATION;
    boolean territorialJury = true;

    @Nullable Boolean priority;

    List<String> themes = List.of();
    boolean activityProgramme;

    @Nullable Boolean uncoveredNeed;

    boolean priorContact = true;

    @Nullable Instant fiche = Instant.parse("2014-11-27T09:15:00Z");

    @Nullable Channel ficheChannel = Channel.ONLINE;

    @Nullable Conformity conformity = Conformity.CONFORM;

    @Nullable Instant dossier = Instant.parse("2015-01-20T15:42:10Z");

    @Nullable Channel dossierChannel = Channel.ONLINE;

    @Nullable LocalDate fichePostmark;

    @Nullable LocalDate postmark;

    List<String> missing = List.of();

    @Nullable BigDecimal total = euros("10000.00");

    @Nullable BigDecimal operating = euros("5000.00");

    @Nullable BigDecimal investment = euros("0.00");

    boolean financed = true;
    BigDecimal commune = euros("3000.00");
    BigDecimal epci = euros("0.00");
    BigDecimal departement = euros("0.00");
    BigDecimal etat = euros("0.00");
    BigDecimal europe = euros("0.00");
    BigDecimal prives = euros("0.00");
    BigDecimal ownFunds = euros("2000.00");
    BigDecimal otherIncome = euros("0.00");
    BigDecimal volunteering = euros("0.00");
    BigDecimal awarded = euros("0.00");

    private AProject() {}

    static Project with(Consumer<AProject> change) {
        var project = new AProject();
        change.accept(project);
        return project.build();
    }

    /** A GUP project of a commune: 100 000 in investment, of which the commune pays a quarter. */
    static Project gup(Consumer<AProject> change) {
        return with(project -> {
            project.measure = "F4";
            project.kind = HolderKind.COMMUNE;
            project.priority = true;
            project.themes = List.of("3");
            project.operating = euros("0.00");
            project.investment = euros("75000.00");
            project.commune = euros("0.00");
            project.ownFunds = euros("25000.00");
            project.total = euros("100000.00");
            change.accept(project);
        });
    }

    static BigDecimal euros(String amount) {
        return new BigDecimal(amount);
    }

    private Project build() {
        return new Project(
                measure,
                scale,
                new Holder(kind, null, null),
                "62498",
                "246200364",
                territorialJury,
                priority,
                themes,
                activityProgramme,
                uncoveredNeed,
                priorContact,
                fiche,
                ficheChannel,
                fichePostmark,
                conformity,
                dossier,
                dossierChannel,
                postmark,
                missing,
                total,
                operating,
                investment,
                financed
                        ? new Financing(commune, epci, departement, etat, europe, prives, ownFunds, otherIncome)
                        : null,
                volunteering,
                awarded,
                0,
                0);
    }
}
