package fr.ruche.demonstration;

import fr.ruche.common.Euros;
import fr.ruche.dossier.Fiche;
import fr.ruche.dossier.FullDossier;
import fr.ruche.dossier.FullDossier.BudgetLine;
import fr.ruche.dossier.FullDossier.Section;
import fr.ruche.programme.HolderKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What the porteur of a story writes. */
final class StoryTexts {

    private static final BigDecimal REGION = new BigDecimal("0.40");

    private StoryTexts() {}

    static Fiche fiche(Story story, LocalDate today) {
        var cost = story.operating().add(story.investment());
        return new Fiche(
                story.measure(),
                story.scale(),
                story.title(),
                story.summary(),
                story.commune(),
                story.neighbourhood(),
                story.themes(),
                organisation(story),
                new Fiche.PriorContact(
                        today.minusDays(20),
                        "Le service fictif de la vie associative de la commune et la technicienne de l’intercommunalité"),
                false,
                cost,
                share(story.operating(), REGION).add(share(story.investment(), REGION)),
                today.plusMonths(6),
                today.plusMonths(18));
    }

    private static Fiche.Organisation organisation(Story story) {
        return new Fiche.Organisation(
                HolderKind.ASSOCIATION,
                story.organisation(),
                null,
                story.rna(),
                "1 rue de l’Exemple",
                "Claude Fictif, présidence",
                "Camille Exemple",
                "contact@example.org",
                "03 00 00 00 00");
    }

    static FullDossier full(Story story) {
        return new FullDossier(
                "Donner aux habitants les moyens de mener eux-mêmes le projet « " + story.title() + " ».",
                story.summary() + "\n\nL’action se tient chaque semaine, avec un temps fort par trimestre.",
                "Une centaine d’habitants du quartier, dont la moitié de familles éloignées des équipements.",
                "Un comité d’habitants prépare chaque temps fort et tient le budget des petites dépenses.",
                "Le centre social, l’école et le bailleur du quartier (fictifs).",
                "Un comité de suivi trimestriel réunit habitants, commune et intercommunalité.",
                "Nombre de participants, part de nouveaux venus, actions reprises par les habitants.",
                "Le diagnostic partagé avec les habitants relève le manque de lieux de rencontre.",
                null,
                null,
                Euros.ZERO,
                "FR76 3000 6000 0112 3456 7890 189",
                true,
                budget(story));
    }

    private static List<BudgetLine> budget(Story story) {
        var lines = new ArrayList<BudgetLine>();
        if (story.operating().signum() > 0) {
            charges(lines, Section.OPERATING, story.operating(), "60-MATIERES", "64-REMUNERATIONS");
            products(lines, Section.OPERATING, story.operating(), "74-");
        }
        if (story.investment().signum() > 0) {
            charges(lines, Section.INVESTMENT, story.investment(), "INV-EQUIPEMENT", "INV-TRAVAUX");
            products(lines, Section.INVESTMENT, story.investment(), "INV-");
        }
        return lines;
    }

    private static void charges(List<BudgetLine> lines, Section section, BigDecimal cost, String first, String second) {
        var part = share(cost, new BigDecimal("0.45"));
        lines.add(new BudgetLine(section, first, null, part, null));
        lines.add(new BudgetLine(section, second, null, cost.subtract(part), null));
    }

    private static void products(List<BudgetLine> lines, Section section, BigDecimal cost, String prefix) {
        var region = share(cost, REGION);
        var commune = share(cost, new BigDecimal("0.25"));
        var epci = share(cost, new BigDecimal("0.20"));
        lines.add(new BudgetLine(section, prefix + "REGION", null, region, "DEMANDE"));
        lines.add(new BudgetLine(section, prefix + "COMMUNE", null, commune, "ACQUIS"));
        lines.add(new BudgetLine(section, prefix + "EPCI", null, epci, "DEMANDE"));
        var own = section == Section.OPERATING ? "PROPRES" : "INV-PROPRES";
        lines.add(new BudgetLine(
                section, own, null, cost.subtract(region).subtract(commune).subtract(epci), null));
    }

    private static BigDecimal share(BigDecimal amount, BigDecimal part) {
        return amount.multiply(part).setScale(2, RoundingMode.DOWN);
    }
}
