package fr.ruche.dossier;

import fr.ruche.common.Euros;
import fr.ruche.common.Fault;
import fr.ruche.common.FrenchDay;
import fr.ruche.common.ParisTime;
import fr.ruche.common.Rna;
import fr.ruche.common.Siret;
import fr.ruche.programme.Call;
import fr.ruche.programme.HolderKind;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.validator.routines.EmailValidator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a fiche must be: never malformed as a draft, nothing missing at its deposit. */
@Component
class FicheChecks {

    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 .()\\-]{5,24}");
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2099, 12, 31);

    private final Clock clock;

    FicheChecks(Clock clock) {
        this.clock = clock;
    }

    /** What is malformed; a field that is empty is not. */
    List<Fault> draft(Fiche fiche, Call call, @Nullable Place place) {
        var checks = new Checks();
        checks.line("title", fiche.title());
        checks.text("summary", fiche.summary());
        checks.line("neighbourhood", fiche.neighbourhood());
        checks.amount("estimatedCost", fiche.estimatedCost());
        checks.amount("estimatedRequest", fiche.estimatedRequest());
        choices(checks, fiche, call);
        if (fiche.commune() != null && place == null) {
            checks.add("commune", "COMMUNE", "Aucune commune de la région n’a ce code INSEE.");
        }
        days(checks, fiche);
        if (fiche.holder() != null) {
            organisation(checks, fiche.holder());
        }
        if (fiche.priorContact() != null) {
            contact(checks, fiche.priorContact());
        }
        return checks.faults();
    }

    /** What is missing or contradicts itself when the fiche is to be deposited. */
    List<Fault> deposit(Fiche fiche, Call call) {
        var checks = new Checks();
        checks.required("measure", fiche.measure(), "La fiche technique");
        checks.required("scale", fiche.scale(), "L’échelle du projet");
        checks.required("title", fiche.title(), "Le titre du projet");
        checks.required("summary", fiche.summary(), "Le résumé du projet");
        checks.required("commune", fiche.commune(), "La commune");
        checks.required("activityProgramme", fiche.activityProgramme(), "Le programme d’activité déjà financé");
        checks.required("estimatedCost", fiche.estimatedCost(), "Le coût estimé");
        checks.required("estimatedRequest", fiche.estimatedRequest(), "Le montant estimé de la demande");
        checks.required("startsOn", fiche.startsOn(), "La date de début");
        checks.required("endsOn", fiche.endsOn(), "La date de fin");
        holderComplete(checks, fiche.holder());
        contactMade(checks, fiche.priorContact());
        themes(checks, fiche, call);
        amounts(checks, fiche);
        return checks.faults();
    }

    private static void choices(Checks checks, Fiche fiche, Call call) {
        var parameters = call.parameters();
        if (fiche.measure() != null
                && parameters.measures().stream().noneMatch(m -> m.code().equals(fiche.measure()))) {
            checks.add("measure", "CHOICE", "Cet appel n’a pas cette fiche technique.");
        }
        if (fiche.themes().stream()
                .anyMatch(theme ->
                        parameters.themes().stream().noneMatch(t -> t.code().equals(theme)))) {
            checks.add("themes", "CHOICE", "Cet appel n’a pas ce thème.");
        }
    }

    private static void days(Checks checks, Fiche fiche) {
        day(checks, "startsOn", fiche.startsOn());
        day(checks, "endsOn", fiche.endsOn());
        if (fiche.startsOn() != null && fiche.endsOn() != null && fiche.endsOn().isBefore(fiche.startsOn())) {
            checks.add("endsOn", "DATE", "La fin du projet précède son début.");
        }
    }

    private static void day(Checks checks, String field, @Nullable LocalDate day) {
        if (day != null && (day.isBefore(EARLIEST) || day.isAfter(LATEST))) {
            checks.add(field, "DATE", "Cette date n’est pas plausible. Vérifiez l’année.");
        }
    }

    private static void organisation(Checks checks, Fiche.Organisation holder) {
        checks.line("holder.name", holder.name());
        checks.line("holder.address", holder.address());
        checks.line("holder.representative", holder.representative());
        checks.line("holder.contactName", holder.contactName());
        checks.line("holder.contactEmail", holder.contactEmail());
        if (filled(holder.siret())) {
            checks.add(Siret.fault("holder.siret", holder.siret()));
        }
        if (filled(holder.rna())) {
            checks.add(Rna.fault("holder.rna", holder.rna()));
        }
        if (filled(holder.contactEmail()) && !EmailValidator.getInstance().isValid(holder.contactEmail())) {
            checks.add("holder.contactEmail", "EMAIL", "Cette adresse électronique n’est pas valable.");
        }
        var phone = holder.contactPhone();
        if (phone != null && filled(phone) && !PHONE.matcher(phone).matches()) {
            checks.add("holder.contactPhone", "PHONE", "Ce numéro de téléphone n’est pas valable.");
        }
    }

    private void contact(Checks checks, Fiche.PriorContact contact) {
        checks.text("priorContact.persons", contact.persons());
        day(checks, "priorContact.date", contact.date());
        if (contact.date() != null && contact.date().isAfter(ParisTime.dayOf(clock.instant()))) {
            checks.add("priorContact.date", "ELIG-13", "Le contact préalable ne peut pas être à venir.");
        }
    }

    private static void holderComplete(Checks checks, Fiche.@Nullable Organisation holder) {
        checks.required("holder.kind", holder == null ? null : holder.kind(), "La nature du porteur");
        checks.required("holder.name", holder == null ? null : holder.name(), "Le nom du porteur");
        checks.required("holder.address", holder == null ? null : holder.address(), "L’adresse du porteur");
        checks.required(
                "holder.representative", holder == null ? null : holder.representative(), "Le représentant légal");
        checks.required("holder.contactName", holder == null ? null : holder.contactName(), "La personne à contacter");
        checks.required(
                "holder.contactEmail", holder == null ? null : holder.contactEmail(), "Son adresse électronique");
        var association = holder != null && holder.kind() == HolderKind.ASSOCIATION && filled(holder.rna());
        if (holder == null || (!association && !filled(holder.siret()))) {
            checks.add("holder.siret", "REQUIRED", "Le SIRET du porteur : à remplir (ou le RNA d’une association).");
        }
    }

    private static void contactMade(Checks checks, Fiche.@Nullable PriorContact contact) {
        if (contact == null || contact.date() == null) {
            checks.add(
                    "priorContact.date",
                    "ELIG-13",
                    "Le contact préalable avec les techniciens de la commune et de l’intercommunalité est indispensable :"
                            + " donnez sa date.");
        }
        if (contact == null || !filled(contact.persons())) {
            checks.add(
                    "priorContact.persons",
                    "ELIG-13",
                    "Les personnes rencontrées lors du contact préalable : à remplir.");
        }
    }

    private static void themes(Checks checks, Fiche fiche, Call call) {
        var required = call.parameters().measures().stream()
                .anyMatch(m -> m.code().equals(fiche.measure()) && m.themeRequired());
        if (required && fiche.themes().isEmpty()) {
            checks.add("themes", "REQUIRED", "Choisissez au moins un des thèmes de cette fiche technique.");
        }
    }

    private static void amounts(Checks checks, Fiche fiche) {
        var cost = fiche.estimatedCost();
        var request = fiche.estimatedRequest();
        if (cost != null && cost.signum() == 0) {
            checks.add("estimatedCost", "AMOUNT", "Le coût estimé ne peut pas être nul.");
        }
        if (request != null && request.signum() == 0) {
            checks.add("estimatedRequest", "AMOUNT", "Le montant demandé ne peut pas être nul.");
        }
        if (cost != null && request != null && request.compareTo(cost) > 0) {
            checks.add(
                    "estimatedRequest",
                    "SUR-01",
                    "La demande (" + Euros.format(request) + ") dépasse le coût du projet (" + Euros.format(cost)
                            + ").");
        }
    }

    /** A fiche that no day of the call can take any more, wherever its project, is not begun. */
    static List<Fault> open(Call call, @Nullable Place place, Instant now) {
        var territories = place == null
                ? Stream.concat(Stream.of(""), call.parameters().calendar().territories().keySet().stream())
                : Stream.of(place.territory());
        var closed = territories.map(territory -> inTime(call, territory, now)).toList();
        return closed.stream().anyMatch(List::isEmpty) ? List.of() : closed.get(0);
    }

    /** Whether the call takes fiches of this territory at this instant (ELIG-01). */
    static List<Fault> inTime(Call call, String territory, Instant now) {
        if (call.acceptsFiches(territory, now)) {
            return List.of();
        }
        var opening = call.parameters().calendar().opening();
        var message = now.isBefore(ParisTime.startOf(opening))
                ? "Cet appel n’ouvre que le " + FrenchDay.format(opening) + "."
                : "Les fiches de ce territoire étaient attendues jusqu’au "
                        + FrenchDay.format(call.ficheDeadline(territory)) + " inclus.";
        return List.of(new Fault("", "ELIG-01", message));
    }

    private static boolean filled(@Nullable String value) {
        return value != null && !value.isBlank();
    }
}
