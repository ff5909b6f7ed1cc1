package fr.ruche.desk.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.ruche.desk.web.Setting.Kind;
import fr.ruche.dossier.StepNames;
import fr.ruche.page.Texts;
import fr.ruche.page.Typed;
import fr.ruche.programme.CallParameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a manager sets of a call as fields; a field has the name that the API, and so the faults, give it. */
@Component
class CallFields {

    static final List<Setting> DAYS =
            Setting.of("calendar", Kind.DAY, "opening", "ficheDeadline", "dossierDeadline", "geographyDate");

    static final List<Setting> REMINDERS =
            Setting.of("delays", Kind.WHOLES, "ficheReminderDays", "dossierReminderDays");

    static final List<Setting> DELAYS = Setting.of(
            "delays",
            Kind.WHOLE,
            "conformityDays",
            "conformityReminderDays",
            "conformityEscalationDays",
            "ficheCorrectionDays",
            "completenessDays",
            "documentsDays",
            "consultationDays",
            "instructionDays",
            "juryOutcomeDays",
            "decisionDays",
            "reserveDays",
            "acceptanceDays",
            "juryConvocationDays");

    static final List<Setting> CHOICES = Stream.of(
                    Setting.of(
                            "choices",
                            Kind.TICK,
                            "cofinancingBaseExcludesVolunteering",
                            "ownFundsOfLocalAuthorityCount",
                            "floorAppliesToGrant",
                            "clipAboveCap",
                            "sectionsClippedApart",
                            "tacitConformity",
                            "seatEpciGivesOpinionOnRegional",
                            "uncoveredNeedRuledByOfficer"),
                    Setting.of("choices", Kind.WHOLE, "regularisationDays"),
                    Setting.of("choices", Kind.EUROS, "conventionThreshold"),
                    Setting.of("choices", Kind.PERCENT, "ownShareOfPublicFunding"))
            .flatMap(List::stream)
            .toList();

    static final List<Setting> PAPER = Stream.of(
                    Setting.of("paper", Kind.TICK, "postmarkCounts"), Setting.of("paper", Kind.WHOLE, "graceDays"))
            .flatMap(List::stream)
            .toList();

    static final List<Setting> CONTACT = Stream.of(
                    Setting.of("contact", Kind.TEXT, "authority"),
                    Setting.of("contact", Kind.LINES, "address"),
                    Setting.of("contact", Kind.TEXT, "email", "phone"),
                    Setting.of("contact", Kind.LINES, "remedies"),
                    Setting.of("contact", Kind.TEXT, "signatory", "signatoryCapacity"),
                    Setting.of("handOver", Kind.WHOLE, "days"),
                    Setting.of("silence", Kind.WHOLE, "alertDays"))
            .flatMap(List::stream)
            .toList();

    static final List<Setting> MARKING = Stream.of(
                    Setting.of("marking", Kind.WHOLE, "threshold", "spread", "marks", "marksPerCollege", "closesDays"),
                    Setting.of("marking", Kind.TICK, "median"))
            .flatMap(List::stream)
            .toList();

    static final List<Setting> QUORUM = Stream.of(
                    Setting.of("quorum", Kind.WHOLE, "percent", "mandates"),
                    Setting.of("quorum", Kind.TICK, "video", "secondWithout"))
            .flatMap(List::stream)
            .toList();

    private static final List<Setting> ALL = Stream.of(
                    DAYS, REMINDERS, DELAYS, CHOICES, PAPER, CONTACT, MARKING, QUORUM)
            .flatMap(List::stream)
            .toList();

    private static final String STEPS = "steps";

    private final CalendarRows rows;
    private final StepNames steps;
    private final ObjectMapper json;
    private final Texts texts;

    /** Amounts keep their cents on the way: 2E+3 is no amount to a strict reader. */
    CallFields(CalendarRows rows, StepNames steps, ObjectMapper json, Texts texts) {
        this.rows = rows;
        this.steps = steps;
        this.json = json.copy().configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);
        this.texts = texts;
    }

    /** The delays of what a modeller drew, by its id: those that are set, and those of the diagram that are not. */
    Map<String, Setting> own(CallParameters parameters) {
        var own = new TreeMap<String, Setting>();
        Stream.concat(parameters.delays().steps().keySet().stream(), steps.ofModellers(parameters.process()).stream())
                .forEach(element -> own.put(element, new Setting("delays", STEPS + "." + element, Kind.WHOLE)));
        return own;
    }

    Typed write(CallParameters parameters) {
        var typed = Typed.empty();
        var tree = json.valueToTree(parameters);
        ALL.forEach(setting -> setting.show(tree.required(setting.section()).required(setting.name()), typed));
        own(parameters)
                .forEach((element, setting) ->
                        typed.put(setting.field(), parameters.delays().of(element)));
        rows.show(parameters.calendar(), typed);
        return typed;
    }

    /**
     * The parameters with what was typed; everything else stays as it was.
     *
     * @throws fr.ruche.common.Rejected naming each field that makes no sense
     */
    CallParameters read(CallParameters old, Typed typed) {
        ObjectNode tree = json.valueToTree(old);
        ALL.forEach(setting ->
                part(tree, setting.section()).set(setting.name(), json.valueToTree(setting.read(typed, texts))));
        part(tree, "delays").set(STEPS, json.valueToTree(readOwn(old, typed)));
        part(tree, "calendar").set("juryDates", json.valueToTree(rows.juries(typed)));
        part(tree, "calendar").set("territories", json.valueToTree(rows.territories(typed)));
        typed.ifWrong();
        try {
            return json.treeToValue(tree, CallParameters.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Unreadable parameters of a call", impossible);
        }
    }

    /** What nobody has set goes on following the delay for all. */
    private Map<String, Object> readOwn(CallParameters old, Typed typed) {
        var days = new TreeMap<String, Object>();
        own(old).forEach((element, setting) -> {
            var known = old.delays().steps().containsKey(element);
            var unchanged = typed.value(setting.field())
                    .strip()
                    .equals(Integer.toString(old.delays().of(element)));
            if (known || !unchanged) {
                var read = setting.read(typed, texts);
                if (read != null) {
                    days.put(element, read);
                }
            }
        });
        return days;
    }

    /**
     * Takes over what somebody else has changed since this form was opened, except where it was changed here too.
     *
     * @return the fields that both have changed; what was typed stands in them
     */
    List<String> merge(CallParameters seen, CallParameters now, Typed typed) {
        ALL.stream()
                .filter(setting -> setting.kind() == Kind.LINES)
                .forEach(setting -> typed.set(
                        setting.field(), List.of(typed.value(setting.field()).replace("\r\n", "\n"))));
        var before = write(seen);
        var after = write(now);
        var both = new ArrayList<String>();
        units(now).forEach((name, fields) -> {
            var theirs = TypedRows.of(after, fields);
            var mine = TypedRows.of(typed, fields);
            if (TypedRows.of(before, fields).equals(mine)) {
                fields.forEach(field -> typed.set(field, after.values(field)));
            } else if (!TypedRows.of(before, fields).equals(theirs) && !mine.equals(theirs)) {
                both.add(name);
            }
        });
        return both;
    }

    /** What changes as a whole: a field, or all rows of a table. */
    private Map<String, List<String>> units(CallParameters now) {
        var units = new LinkedHashMap<>(CalendarRows.TABLES);
        Stream.concat(ALL.stream(), own(now).values().stream())
                .forEach(setting -> units.put(setting.field(), List.of(setting.field())));
        return units;
    }

    private static ObjectNode part(ObjectNode tree, String section) {
        return (ObjectNode) Objects.requireNonNull(tree.get(section));
    }
}
