package fr.ruche.programme;

import fr.ruche.common.Euros;
import fr.ruche.common.Sentences;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a manager sets for one edition of a programme. Shipped as {@code bpmn/dsdt/*.call.yaml}, loaded once,
 * then owned by the database as numbered versions: a dossier names the version it was judged by.
 *
 * @param process id of the process that drives the dossiers, such as {@code dsdt-dossier}
 * @param models the deployed versions that the call is tied to
 */
public record CallParameters(
        String title,
        String summary,
        String programme,
        String process,
        Models models,
        Calendar calendar,
        List<Measure> measures,
        List<Theme> themes,
        List<RequiredDocument> documents,
        List<Criterion> grid,
        List<EnvelopeParameter> envelopes,
        Choices choices,
        Delays delays,
        Paper paper,
        Contact contact,
        Silence silence,
        HandOver handOver,
        Marking marking,
        Quorum quorum,
        Questions questions,
        Tables tables) {

    /** A version that was kept before these had parameters of their own takes the usual ones. */
    public CallParameters {
        paper = paper == null ? Paper.USUAL : paper;
        contact = contact == null ? Contact.UNSTATED : contact;
        silence = silence == null ? Silence.USUAL : silence;
        handOver = handOver == null ? HandOver.USUAL : handOver;
        marking = marking == null ? Marking.USUAL : marking;
        quorum = quorum == null ? Quorum.USUAL : quorum;
        questions = questions == null ? Questions.USUAL : questions;
        tables = tables == null ? Tables.USUAL : tables;
    }

    /** The same parameters with another calendar. */
    CallParameters with(Calendar other) {
        return new CallParameters(
                title, summary, programme, process, models, other, measures, themes, documents, grid, envelopes,
                choices, delays, paper, contact, silence, handOver, marking, quorum, questions, tables);
    }

    /** The measure of a call that has no other, which nobody has to choose. */
    public Optional<Measure> onlyMeasure() {
        return measures.size() == 1 ? Optional.of(measures.get(0)) : Optional.empty();
    }

    /** Whether any of its measures gives money to whoever holds the project. */
    public boolean money() {
        return measures.stream().anyMatch(Measure::money);
    }

    /** What the call calls each paper, by its kind. */
    public Map<String, String> documentTitles() {
        return documents.stream()
                .collect(Collectors.toMap(RequiredDocument::kind, RequiredDocument::title, (one, other) -> one));
    }

    /**
     * What comes on paper. The call says nothing of it.
     *
     * @param postmarkCounts whether the postmark decides what is in time (CRPA L.112-1), and not the day of receipt
     * @param graceDays days after the deadline of the dossiers in which one that was posted in time may still arrive
     *     and be registered; a dossier without a deposit lapses only then
     */
    public record Paper(boolean postmarkCounts, int graceDays) {

        static final Paper USUAL = new Paper(true, 7);
    }

    /**
     * Who answers for the call, as every letter names them (CRPA R.112-5, R.112-11-1), who signs its decisions (CRPA
     * L.212-1), and how a decision is contested (CJA R.421-5).
     *
     * @param authority who decides
     * @param address postal, a line each
     * @param remedies how, where and within which time limits; a letter of refusal quotes it as it is
     * @param signatory first name and name of whoever signs the decisions
     * @param signatoryCapacity in which capacity, such as « Présidente du conseil régional »
     */
    public record Contact(
            String authority,
            String address,
            String email,
            String phone,
            String remedies,
            String signatory,
            String signatoryCapacity) {

        static final Contact UNSTATED = new Contact("", "", "", "", Sentences.of("call.remedies"), "", "");

        /** A version that was kept before decisions were signed names nobody. */
        public Contact {
            signatory = signatory == null ? "" : signatory;
            signatoryCapacity = signatoryCapacity == null ? "" : signatoryCapacity;
        }

        /** Whether everything is stated that an acknowledgment must hold. */
        public boolean stated() {
            return Stream.of(authority, address, email, phone, remedies).noneMatch(String::isBlank);
        }

        /** What a letter of decision lacks, by the names of the parameters; empty when it may leave. */
        public List<String> lackingForDecisions() {
            var needed = new LinkedHashMap<String, String>();
            needed.put("contact.authority", authority);
            needed.put("contact.signatory", signatory);
            needed.put("contact.signatoryCapacity", signatoryCapacity);
            needed.put("contact.remedies", remedies);
            needed.values().removeIf(text -> !text.isBlank());
            return List.copyOf(needed.keySet());
        }
    }

    /**
     * Silence on a request for money is a rejection after two months (CRPA L.231-4 3°).
     *
     * @param alertDays days before that date from which officers are warned
     */
    public record Silence(int alertDays) {

        static final Silence USUAL = new Silence(15);
    }

    /**
     * A decision that its porteur cannot read online is sent by post or handed over. How soon is written nowhere.
     *
     * @param days after its letter was written; then managers are warned
     */
    public record HandOver(int days) {

        static final HandOver USUAL = new HandOver(8);
    }

    /**
     * What the fiche asks of everybody, besides who asks for what and where. A programme leaves out what means nothing
     * to it; what is not asked is neither shown nor missed.
     *
     * @param scale how far the project reaches
     * @param dates when it begins and ends
     * @param priorContact whom the porteur has talked to before (ELIG-13, 001 l.15)
     * @param activityProgramme whether the structure is financed for its own activity already (ELIG-10, 001 l.34)
     */
    public record Questions(boolean scale, boolean dates, boolean priorContact, boolean activityProgramme) {

        static final Questions USUAL = new Questions(true, true, true, true);
    }

    /**
     * The decision tables that judge, by their ids in the models; null for none. Without {@code eligibility} no rule is
     * evaluated and people decide; ids belong to the whole engine, so two programmes have no table in common.
     *
     * @param convention whether a grant needs a convention; in the same file as {@code eligibility}
     * @param juryRouting which jury examines; without it, the regional one
     */
    public record Tables(
            @Nullable String eligibility,
            @Nullable String convention,
            @Nullable String juryRouting) {

        static final Tables USUAL = new Tables("eligibility", "convention", "juryRouting");
    }

    /** Deployed versions of the process and of the decision tables; null for the latest at the time of use. */
    public record Models(
            @Nullable Integer process,
            @Nullable Integer eligibility,
            @Nullable Integer juryRouting) {}

    /**
     * The days of the call; a deadline is a whole day in Paris, the limit itself excluded ({@code domain.md} 0.2).
     *
     * @param geographyDate the day on which priority neighbourhoods are appreciated
     * @param territories the days of one territory (SIREN of the EPCI) where they differ
     */
    public record Calendar(
            LocalDate opening,
            LocalDate ficheDeadline,
            LocalDate dossierDeadline,
            List<JuryDate> juryDates,
            LocalDate geographyDate,
            Map<String, TerritoryDates> territories) {

        /** The same calendar with later deadlines, everywhere. */
        Calendar putOff(int ficheDays, int dossierDays) {
            var own = new LinkedHashMap<String, TerritoryDates>();
            territories.forEach((territory, dates) -> own.put(territory, dates.putOff(ficheDays, dossierDays)));
            return new Calendar(
                    opening,
                    ficheDeadline.plusDays(ficheDays),
                    dossierDeadline.plusDays(dossierDays),
                    juryDates,
                    geographyDate,
                    own);
        }
    }

    public record TerritoryDates(
            @Nullable LocalDate ficheDeadline, @Nullable LocalDate dossierDeadline) {

        private TerritoryDates putOff(int ficheDays, int dossierDays) {
            return new TerritoryDates(
                    ficheDeadline == null ? null : ficheDeadline.plusDays(ficheDays),
                    dossierDeadline == null ? null : dossierDeadline.plusDays(dossierDays));
        }
    }

    /** @param jury the SIREN of the EPCI, or {@code regional} */
    public record JuryDate(String jury, LocalDate date) {}

    /**
     * A fiche technique of the call: the type of support with its money rules.
     *
     * @param code {@code F1} to {@code F4}
     * @param floor smallest request, in euros
     * @param investmentCap largest grant in investment, null when the call states none
     * @param operatingCap largest grant in operating, null when the call states none
     * @param localCofinancingRate smallest share of local authorities in percent, null when the call states none
     * @param source where the call describes the measure
     * @param sources where the call states {@code floor}, {@code caps}, {@code localCofinancingRate},
     *     {@code priorityGeography} and {@code themeRequired}
     * @param money whether it gives money to the porteur; without, nobody asks him for a budget or an account
     *     ({@code domain.md} 7.5)
     */
    public record Measure(
            String code,
            String title,
            String summary,
            BigDecimal floor,
            @Nullable BigDecimal investmentCap,
            @Nullable BigDecimal operatingCap,
            @Nullable BigDecimal localCofinancingRate,
            boolean investmentAllowed,
            boolean priorityGeography,
            boolean themeRequired,
            boolean contentAnalysis,
            boolean priorityRankRequired,
            String service,
            String source,
            Map<String, String> sources,
            Boolean money) {

        /**
         * A version that was kept before measures without money gives money; where there is none, none is the least.
         */
        public Measure {
            money = money == null || money;
            floor = floor == null && !money ? Euros.ZERO : floor;
        }
    }

    /** @param code {@code 1} to {@code 8}, in the order of the call */
    public record Theme(String code, String title, List<String> measures) {}

    /**
     * A paper asked for with the full dossier.
     *
     * @param kind code of the kind, such as {@code DELIBERATION}
     * @param holders kinds of holder that must give it, empty for all
     * @param measures measures for which it is asked, empty for all
     * @param condition {@code ALWAYS}, {@code INVESTMENT}, {@code ACTIVITY_PROGRAMME} or {@code OPTIONAL}
     */
    public record RequiredDocument(
            String kind,
            String title,
            String help,
            List<HolderKind> holders,
            List<String> measures,
            String condition) {}

    /**
     * A criterion of the grid by which juries mark (criteria: 001 l.29-33).
     *
     * @param weights measure code to weight; the weights of a measure add up to 100. A criterion without any is
     *     independent: marked and shown apart, never part of the score
     * @param floor the smallest mark that a dossier must reach in it, null when there is none
     */
    public record Criterion(
            String code,
            String title,
            List<Indicator> indicators,
            Map<String, Integer> weights,
            @Nullable BigDecimal floor) {

        /** 2 and 2.00 are the same floor of the same grid. */
        public Criterion {
            floor = floor == null ? null : floor.stripTrailingZeros();
        }

        /** Whether it is shown apart from the score. */
        public boolean apart() {
            return weights.values().stream().allMatch(weight -> weight == 0);
        }

        /** In points of the hundred. */
        public int weight(String measure) {
            return weights.getOrDefault(measure, 0);
        }

        /** What is noted for a measure; empty when the criterion does not concern it. */
        public List<Indicator> indicators(String measure) {
            return apart() || weight(measure) > 0
                    ? indicators.stream().filter(one -> one.concerns(measure)).toList()
                    : List.of();
        }
    }

    /** @param measures measures for which it is noted, empty for all */
    public record Indicator(String code, String title, List<String> measures) {

        public boolean concerns(String measure) {
            return measures.isEmpty() || measures.contains(measure);
        }
    }

    /**
     * How juries mark by the grid. The call states none of it: all are proposals ({@code domain.md} 5.2).
     *
     * @param scale what the marks mean, from 0 on; the last is the highest mark
     * @param commentAtMost a mark up to this one needs a comment
     * @param commentFrom a mark from this one on needs a comment
     * @param median whether marks of several jurors come together as their median, and not as their mean
     * @param threshold the smallest score of a dossier that passes, of 100
     * @param spread points between the highest and the lowest score of a dossier above which it is to be discussed
     * @param marks the fewest jurors who must have marked a dossier
     * @param marksPerCollege the fewest of each college of a territorial jury (001 l.23)
     * @param closesDays days before the session on which marking closes, unless it is opened until another day
     * @param difficulty SIREN of the EPCI to points; shown in a column of its own and never part of the score
     */
    public record Marking(
            List<String> scale,
            int commentAtMost,
            int commentFrom,
            boolean median,
            int threshold,
            int spread,
            int marks,
            int marksPerCollege,
            int closesDays,
            Map<String, Integer> difficulty) {

        static final Marking USUAL = new Marking(
                List.of(Sentences.of("call.marking.scale").split(",\\s*")), 1, 5, false, 50, 30, 3, 1, 1, Map.of());

        /** Whoever marks from 0 to this. */
        public int highest() {
            return scale.size() - 1;
        }

        public boolean needsComment(int mark) {
            return mark <= commentAtMost || mark >= commentFrom;
        }

        /** The same rules with another usual closing: the only part that is not frozen with the grid. */
        Marking closing(int days) {
            return new Marking(
                    scale,
                    commentAtMost,
                    commentFrom,
                    median,
                    threshold,
                    spread,
                    marks,
                    marksPerCollege,
                    days,
                    difficulty);
        }
    }

    /**
     * When a jury may deliberate on a dossier. The call says nothing of it; proposed after CRPA R.133-10, which rules
     * State commissions only ({@code domain.md} 5.1).
     *
     * @param percent of the titulars of each college who must take part, from 0 (no quorum) to 100
     * @param video whether those who take part by video count
     * @param mandates how many one member may hold, all from the same college; 0 where none is allowed
     * @param secondWithout whether a second convocation with the same agenda needs no quorum
     */
    public record Quorum(int percent, boolean video, int mandates, boolean secondWithout) {

        static final Quorum USUAL = new Quorum(50, true, 1, true);
    }

    /**
     * The envelopes of a jury; amounts in euros.
     *
     * @param jury the SIREN of the EPCI, or {@code regional}
     * @param measure the only one that draws from it; null for every measure without an envelope of its own
     * @param year of the budget; null for the year in which the call opens
     */
    public record EnvelopeParameter(
            String jury,
            @Nullable String measure,
            @Nullable Integer year,
            BigDecimal operating,
            BigDecimal investment) {}

    /** The choices A1 to A10 of {@code domain.md} 0.3 where the call is ambiguous. */
    public record Choices(
            boolean cofinancingBaseExcludesVolunteering,
            boolean ownFundsOfLocalAuthorityCount,
            boolean floorAppliesToGrant,
            boolean clipAboveCap,
            boolean sectionsClippedApart,
            int regularisationDays,
            boolean tacitConformity,
            boolean seatEpciGivesOpinionOnRegional,
            boolean uncoveredNeedRuledByOfficer,
            BigDecimal conventionThreshold,
            BigDecimal ownShareOfPublicFunding) {}

    /**
     * Lengths in calendar days; none is stated by the call, all are proposals that a manager sets.
     *
     * @param acceptanceDays in which a porteur accepts a grant; 0 where nobody is asked
     * @param steps those of the steps and timers that a modeller drew, by their ids in the diagram
     */
    public record Delays(
            List<Integer> ficheReminderDays,
            int conformityDays,
            int conformityReminderDays,
            int conformityEscalationDays,
            int ficheCorrectionDays,
            List<Integer> dossierReminderDays,
            int completenessDays,
            int documentsDays,
            int instructionDays,
            int juryOutcomeDays,
            int decisionDays,
            int reserveDays,
            int acceptanceDays,
            int juryConvocationDays,
            Integer consultationDays,
            Map<String, Integer> steps) {

        private static final int USUAL_CONSULTATION = 10;

        /** A version that was kept before other services were consulted leaves them the usual days. */
        public Delays {
            consultationDays = consultationDays == null ? USUAL_CONSULTATION : consultationDays;
            steps = steps == null ? Map.of() : steps;
        }

        /** How long a step or a timer of the modeller lasts; {@code consultationDays} where nothing else is set. */
        public int of(String element) {
            return steps.getOrDefault(element, consultationDays);
        }
    }
}
