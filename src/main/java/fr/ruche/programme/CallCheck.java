package fr.ruche.programme;

import fr.ruche.common.Fault;
import fr.ruche.common.FrenchDay;
import fr.ruche.common.Sentences;
import fr.ruche.programme.CallParameters.Calendar;
import fr.ruche.programme.CallParameters.Measure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether the parameters of a call agree with each other. */
final class CallCheck {

    private static final Set<String> CONDITIONS = Set.of("ALWAYS", "INVESTMENT", "ACTIVITY_PROGRAMME", "OPTIONAL");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern ELEMENT = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,99}");
    private static final int LONGEST = 4000;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final List<Fault> faults = new ArrayList<>();
    private final CallParameters call;
    private final Set<String> measures;

    private CallCheck(CallParameters call) {
        this.call = call;
        this.measures = call.measures().stream().map(Measure::code).collect(Collectors.toSet());
    }

    static List<Fault> faults(CallParameters call) {
        var missing = Required.faults(call);
        if (!missing.isEmpty()) {
            return missing;
        }
        var check = new CallCheck(call);
        check.calendar();
        check.measures();
        check.themesAndDocuments();
        check.faults.addAll(GridCheck.faults(call, check.measures));
        check.envelopes();
        check.choices();
        check.delays();
        check.contact();
        return check.faults;
    }

    private void calendar() {
        var calendar = call.calendar();
        inOrder("calendar.ficheDeadline", "callCheck.order.opening", calendar.opening(), calendar.ficheDeadline());
        inOrder(
                "calendar.dossierDeadline",
                "callCheck.order.fiches",
                calendar.ficheDeadline(),
                calendar.dossierDeadline());
        calendar.juryDates()
                .forEach(jury -> inOrder(
                        "calendar.juryDates", "callCheck.order.dossiers", calendar.dossierDeadline(), jury.date()));
        calendar.territories().forEach((territory, own) -> territory(calendar, territory, own));
    }

    private void territory(Calendar calendar, String territory, CallParameters.TerritoryDates own) {
        var field = "calendar.territories." + territory;
        unless(territory.matches("[0-9]{9}"), field, Sentences.of("callCheck.territory"));
        var fiche = Objects.requireNonNullElse(own.ficheDeadline(), calendar.ficheDeadline());
        inOrder(field + ".ficheDeadline", "callCheck.order.opening", calendar.opening(), fiche);
        inOrder(
                field + ".dossierDeadline",
                "callCheck.order.fiches",
                fiche,
                Objects.requireNonNullElse(own.dossierDeadline(), calendar.dossierDeadline()));
    }

    private void inOrder(String field, String sentence, LocalDate earlier, LocalDate later) {
        unless(
                !later.isBefore(earlier),
                field,
                Sentences.of(sentence, FrenchDay.format(later), FrenchDay.format(earlier)));
    }

    private void measures() {
        unless(!measures.isEmpty(), "measures", Sentences.of("callCheck.measures.none"));
        unless(measures.size() == call.measures().size(), "measures", Sentences.of("callCheck.measures.twice"));
        for (var measure : call.measures()) {
            var field = "measures." + measure.code();
            amount(field + ".floor", measure.floor());
            amount(field + ".investmentCap", measure.investmentCap());
            amount(field + ".operatingCap", measure.operatingCap());
            percent(field + ".localCofinancingRate", measure.localCofinancingRate());
            unless(
                    measure.money() || withoutAmounts(measure),
                    field + ".money",
                    Sentences.of("callCheck.money", measure.code()));
            unless(
                    !measure.themeRequired()
                            || call.themes().stream()
                                    .anyMatch(theme -> theme.measures().contains(measure.code())),
                    field + ".themeRequired",
                    Sentences.of("callCheck.theme.none", measure.code()));
        }
    }

    private static boolean withoutAmounts(Measure measure) {
        return measure.floor().signum() == 0
                && measure.investmentCap() == null
                && measure.operatingCap() == null
                && measure.localCofinancingRate() == null
                && !measure.investmentAllowed();
    }

    private void themesAndDocuments() {
        call.themes().forEach(theme -> known("themes." + theme.code(), theme.measures()));
        var kinds = new HashSet<String>();
        for (var document : call.documents()) {
            var field = "documents." + document.kind();
            known(field, document.measures());
            unless(kinds.add(document.kind()), field, Sentences.of("callCheck.document.twice", document.kind()));
            unless(
                    CONDITIONS.contains(document.condition()),
                    field + ".condition",
                    Sentences.of("callCheck.document.condition"));
        }
    }

    private void known(String field, List<String> codes) {
        codes.stream()
                .filter(code -> !measures.contains(code))
                .forEach(code -> unless(false, field, Sentences.of("callCheck.measure.unknown", code)));
    }

    private void envelopes() {
        var juries = new HashSet<List<@Nullable Object>>();
        for (var envelope : call.envelopes()) {
            var field = "envelopes." + envelope.jury();
            unless(envelope.jury().matches("[0-9]{9}|regional"), field, Sentences.of("callCheck.jury"));
            known(field, envelope.measure() == null ? List.of() : List.of(envelope.measure()));
            unless(
                    juries.add(Arrays.asList(envelope.jury(), envelope.measure(), envelope.year())),
                    field,
                    Sentences.of("callCheck.envelopes"));
            amount(field + ".operating", envelope.operating());
            amount(field + ".investment", envelope.investment());
        }
    }

    private void choices() {
        amount("choices.conventionThreshold", call.choices().conventionThreshold());
        percent("choices.ownShareOfPublicFunding", call.choices().ownShareOfPublicFunding());
        atLeast(0, "choices.regularisationDays", call.choices().regularisationDays());
        atLeast(0, "paper.graceDays", call.paper().graceDays());
    }

    private void delays() {
        var delays = call.delays();
        delays.ficheReminderDays().forEach(days -> atLeast(1, "delays.ficheReminderDays", days));
        delays.dossierReminderDays().forEach(days -> atLeast(1, "delays.dossierReminderDays", days));
        atLeast(1, "delays.conformityDays", delays.conformityDays());
        atLeast(1, "delays.conformityReminderDays", delays.conformityReminderDays());
        atLeast(delays.conformityReminderDays(), "delays.conformityEscalationDays", delays.conformityEscalationDays());
        atLeast(1, "delays.ficheCorrectionDays", delays.ficheCorrectionDays());
        atLeast(1, "delays.completenessDays", delays.completenessDays());
        atLeast(1, "delays.documentsDays", delays.documentsDays());
        atLeast(1, "delays.consultationDays", delays.consultationDays());
        delays.steps().forEach((element, days) -> {
            unless(
                    ELEMENT.matcher(element).matches(),
                    "delays.steps." + element,
                    Sentences.of("callCheck.element", element));
            atLeast(1, "delays.steps." + element, days);
        });
        atLeast(1, "delays.instructionDays", delays.instructionDays());
        atLeast(1, "delays.juryOutcomeDays", delays.juryOutcomeDays());
        atLeast(1, "delays.decisionDays", delays.decisionDays());
        atLeast(1, "delays.reserveDays", delays.reserveDays());
        atLeast(0, "delays.acceptanceDays", delays.acceptanceDays());
        atLeast(0, "delays.juryConvocationDays", delays.juryConvocationDays());
    }

    private void contact() {
        var contact = call.contact();
        stated("contact.authority", contact.authority());
        stated("contact.address", contact.address());
        stated("contact.email", contact.email());
        stated("contact.phone", contact.phone());
        stated("contact.remedies", contact.remedies());
        stated("contact.signatory", contact.signatory());
        stated("contact.signatoryCapacity", contact.signatoryCapacity());
        unless(
                contact.email().isBlank() || EMAIL.matcher(contact.email()).matches(),
                "contact.email",
                Sentences.of("callSettings.contact.email.wrong"));
        atLeast(0, "silence.alertDays", call.silence().alertDays());
        if (call.quorum().percent() < 0 || call.quorum().percent() > 100) {
            faults.add(new Fault("quorum.percent", "CALL", Sentences.of("call.marking.between", 0, 100)));
        }
        atLeast(0, "quorum.mandates", call.quorum().mandates());
        atLeast(1, "handOver.days", call.handOver().days());
    }

    private void stated(String field, String text) {
        unless(!text.isBlank(), field, Sentences.of("callSettings.required.TEXT"));
        unless(text.length() <= LONGEST, field, Sentences.of("callSettings.long", LONGEST));
    }

    private void atLeast(int least, String field, int days) {
        unless(days >= least, field, Sentences.of("callCheck.delay", Integer.toString(least)));
    }

    private void amount(String field, @Nullable BigDecimal amount) {
        unless(
                amount == null
                        || (amount.signum() >= 0 && amount.stripTrailingZeros().scale() <= 2),
                field,
                Sentences.of("callCheck.amount"));
    }

    private void percent(String field, @Nullable BigDecimal rate) {
        unless(
                rate == null || (rate.signum() >= 0 && rate.compareTo(HUNDRED) <= 0),
                field,
                Sentences.of("callCheck.rate"));
    }

    private void unless(boolean holds, String field, String message) {
        if (!holds) {
            faults.add(new Fault(field, "CALL", message));
        }
    }
}
