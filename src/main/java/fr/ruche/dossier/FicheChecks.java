package fr.ruche.dossier;

import fr.ruche.common.Euros;
import fr.ruche.common.Fault;
import fr.ruche.common.FrenchDay;
import fr.ruche.common.ParisTime;
import fr.ruche.common.Rna;
import fr.ruche.common.Sentences;
import fr.ruche.common.Siret;
import fr.ruche.programme.Call;
import fr.ruche.programme.CallParameters;
import fr.ruche.programme.HolderKind;
import java.math.BigDecimal;
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

    /** What is malformed, or out of place in this call; a field that is empty is not. */
    List<Fault> draft(Fiche fiche, Call call, @Nullable Place place) {
        var checks = new Checks();
        checks.line("title", fiche.title());
        checks.text("summary", fiche.summary());
        checks.line("neighbourhood", fiche.neighbourhood());
        checks.amount("estimatedCost", fiche.estimatedCost());
        checks.amount("estimatedRequest", fiche.estimatedRequest());
        if (!money(fiche, call)) {
            noAmounts(checks, fiche);
        }
        choices(checks, fiche, call);
        if (fiche.commune() != null && place == null) {
            checks.add("commune", "COMMUNE", Sentences.of("fiche.commune.unknown"));
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
        checks.required("measure", fiche.measure(), "measure");
        checks.required("title", fiche.title(), "title");
        checks.required("summary", fiche.summary(), "summary");
        checks.required("commune", fiche.commune(), "commune");
        asked(checks, fiche, call.parameters().questions());
        holderComplete(checks, fiche.holder());
        themes(checks, fiche, call);
        if (money(fiche, call)) {
            amounts(checks, fiche);
        }
        return checks.faults();
    }

    private static void asked(Checks checks, Fiche fiche, CallParameters.Questions questions) {
        if (questions.scale()) {
            checks.required("scale", fiche.scale(), "scale");
        }
        if (questions.activityProgramme()) {
            checks.required("activityProgramme", fiche.activityProgramme(), "activityProgramme");
        }
        if (questions.dates()) {
            checks.required("startsOn", fiche.startsOn(), "startsOn");
            checks.required("endsOn", fiche.endsOn(), "endsOn");
        }
        if (questions.priorContact()) {
            contactMade(checks, fiche.priorContact());
        }
    }

    private static boolean money(Fiche fiche, Call call) {
        return call.givesMoney(fiche.measure() == null ? "" : fiche.measure());
    }

    private static void noAmounts(Checks checks, Fiche fiche) {
        none(checks, "estimatedCost", fiche.estimatedCost());
        none(checks, "estimatedRequest", fiche.estimatedRequest());
    }

    private static void none(Checks checks, String field, @Nullable BigDecimal amount) {
        if (amount != null && amount.signum() != 0) {
            checks.add(field, "MONEY", Sentences.of("fiche.money.none"));
        }
    }

    private static void choices(Checks checks, Fiche fiche, Call call) {
        var parameters = call.parameters();
        if (fiche.measure() != null
                && parameters.measures().stream().noneMatch(m -> m.code().equals(fiche.measure()))) {
            checks.add("measure", "CHOICE", Sentences.of("fiche.measure.unknown"));
        }
        if (fiche.themes().stream()
                .anyMatch(theme ->
                        parameters.themes().stream().noneMatch(t -> t.code().equals(theme)))) {
            checks.add("themes", "CHOICE", Sentences.of("fiche.theme.unknown"));
        }
    }

    private static void days(Checks checks, Fiche fiche) {
        day(checks, "startsOn", fiche.startsOn());
        day(checks, "endsOn", fiche.endsOn());
        if (fiche.startsOn() != null && fiche.endsOn() != null && fiche.endsOn().isBefore(fiche.startsOn())) {
            checks.add("endsOn", "DATE", Sentences.of("fiche.endsOn.early"));
        }
    }

    private static void day(Checks checks, String field, @Nullable LocalDate day) {
        if (day != null && (day.isBefore(EARLIEST) || day.isAfter(LATEST))) {
            checks.add(field, "DATE", Sentences.of("fiche.day.wrong"));
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
            checks.add("holder.contactEmail", "EMAIL", Sentences.of("fiche.email.wrong"));
        }
        var phone = holder.contactPhone();
        if (phone != null && filled(phone) && !PHONE.matcher(phone).matches()) {
            checks.add("holder.contactPhone", "PHONE", Sentences.of("fiche.phone.wrong"));
        }
    }

    private void contact(Checks checks, Fiche.PriorContact contact) {
        checks.text("priorContact.persons", contact.persons());
        day(checks, "priorContact.date", contact.date());
        if (contact.date() != null && contact.date().isAfter(ParisTime.dayOf(clock.instant()))) {
            checks.add("priorContact.date", "ELIG-13", Sentences.of("fiche.contact.future"));
        }
    }

    private static void holderComplete(Checks checks, Fiche.@Nullable Organisation holder) {
        checks.required("holder.kind", holder == null ? null : holder.kind(), "holder.kind");
        checks.required("holder.name", holder == null ? null : holder.name(), "holder.name");
        checks.required("holder.address", holder == null ? null : holder.address(), "holder.address");
        checks.required(
                "holder.representative", holder == null ? null : holder.representative(), "holder.representative");
        checks.required("holder.contactName", holder == null ? null : holder.contactName(), "holder.contactName");
        checks.required("holder.contactEmail", holder == null ? null : holder.contactEmail(), "holder.contactEmail");
        var association = holder != null && holder.kind() == HolderKind.ASSOCIATION && filled(holder.rna());
        if (holder == null || (!association && !filled(holder.siret()))) {
            checks.add("holder.siret", "REQUIRED", Sentences.of("fiche.siret.required"));
        }
    }

    private static void contactMade(Checks checks, Fiche.@Nullable PriorContact contact) {
        if (contact == null || contact.date() == null) {
            checks.add("priorContact.date", "ELIG-13", Sentences.of("fiche.contact.required"));
        }
        if (contact == null || !filled(contact.persons())) {
            checks.add("priorContact.persons", "ELIG-13", Sentences.of("fiche.persons.required"));
        }
    }

    private static void themes(Checks checks, Fiche fiche, Call call) {
        var required = call.parameters().measures().stream()
                .anyMatch(m -> m.code().equals(fiche.measure()) && m.themeRequired());
        if (required && fiche.themes().isEmpty()) {
            checks.add("themes", "REQUIRED", Sentences.of("fiche.themes.required"));
        }
    }

    private static void amounts(Checks checks, Fiche fiche) {
        var cost = fiche.estimatedCost();
        var request = fiche.estimatedRequest();
        checks.required("estimatedCost", cost, "estimatedCost");
        checks.required("estimatedRequest", request, "estimatedRequest");
        if (cost != null && cost.signum() == 0) {
            checks.add("estimatedCost", "AMOUNT", Sentences.of("fiche.cost.zero"));
        }
        if (request != null && request.signum() == 0) {
            checks.add("estimatedRequest", "AMOUNT", Sentences.of("fiche.request.zero"));
        }
        if (cost != null && request != null && request.compareTo(cost) > 0) {
            checks.add(
                    "estimatedRequest",
                    "SUR-01",
                    Sentences.of("fiche.request.large", Euros.format(request), Euros.format(cost)));
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
                ? Sentences.of("fiche.early", FrenchDay.format(opening))
                : Sentences.of("fiche.late", FrenchDay.format(call.ficheDeadline(territory)));
        return List.of(new Fault("", "ELIG-01", message));
    }

    private static boolean filled(@Nullable String value) {
        return value != null && !value.isBlank();
    }
}
