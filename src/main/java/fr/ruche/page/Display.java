package fr.ruche.page;

import fr.ruche.common.Euros;
import fr.ruche.common.FrenchDay;
import fr.ruche.common.ParisTime;
import fr.ruche.common.Sentences;
import fr.ruche.common.Trace;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Actors;
import fr.ruche.identity.Role;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How pages write values: {@code #ruche} in the templates. */
public class Display {

    private static final DateTimeFormatter LONG_DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.FRANCE);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern(Sentences.of("format.moment"), Locale.FRANCE);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern(Sentences.of("format.second"), Locale.FRANCE);
    private static final DateTimeFormatter ISO_DAY = DateTimeFormatter.ISO_LOCAL_DATE;

    private final Actors actors;
    private final Clock clock;

    Display(Actors actors, Clock clock) {
        this.actors = actors;
        this.clock = clock;
    }

    /** « 1 234,56 € », and a dash for what is not known. */
    public String euros(@Nullable BigDecimal amount) {
        return amount == null ? "–" : Euros.format(amount);
    }

    /** « 2 000 € » when there are no cents: for floors and caps in a sentence. */
    public String round(BigDecimal amount) {
        return Euros.format(amount).replace(",00\u00a0€", "\u00a0€");
    }

    /** « 1 235 € », rounded: for tables that compare large amounts. */
    public String wholeEuros(BigDecimal amount) {
        return count(amount.setScale(0, RoundingMode.HALF_UP).longValueExact()) + "\u00a0€";
    }

    /** « 29,99 % », cut and never rounded up, so that a rate just under a threshold never shows as reaching it. */
    public String percent(@Nullable BigDecimal rate) {
        if (rate == null) {
            return "–";
        }
        var format = NumberFormat.getNumberInstance(Locale.FRANCE);
        format.setMaximumFractionDigits(2);
        format.setRoundingMode(RoundingMode.DOWN);
        return format.format(rate) + "\u00a0%";
    }

    /** « 69,50 », and a dash for none. */
    public String score(@Nullable BigDecimal score) {
        return score == null ? "–" : score.toPlainString().replace('.', ',');
    }

    public String day(@Nullable LocalDate day) {
        return day == null ? "–" : FrenchDay.format(day);
    }

    /** « 1er décembre 2014 ». */
    public String longDay(LocalDate day) {
        var text = LONG_DAY.format(day);
        return day.getDayOfMonth() == 1 ? text.replaceFirst("^1 ", "1er ") : text;
    }

    public String dayOf(@Nullable Instant instant) {
        return instant == null ? "–" : longDay(ParisTime.dayOf(instant));
    }

    public String moment(@Nullable Instant instant) {
        return instant == null
                ? "–"
                : MOMENT.format(instant.atZone(ParisTime.ZONE)).replaceFirst("^1 ", "1er ");
    }

    /** When something is due: the whole of the last day when the limit is a midnight, which is itself too late. */
    public String due(@Nullable Instant limit) {
        if (limit == null) {
            return "–";
        }
        var midnight = limit.equals(ParisTime.startOf(ParisTime.dayOf(limit)));
        return midnight ? Sentences.of("day.included", longDay(lastDay(limit))) : moment(limit);
    }

    private static LocalDate lastDay(Instant limit) {
        return ParisTime.dayOf(limit.minusMillis(1));
    }

    /** For the {@code datetime} attribute of a {@code time} element. */
    public String iso(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    public String isoDay(LocalDate day) {
        return ISO_DAY.format(day);
    }

    /** Whole days from today to the last day on which something may still be done; negative once it is past. */
    public long daysTo(LocalDate day) {
        return ChronoUnit.DAYS.between(ParisTime.dayOf(clock.instant()), day);
    }

    public boolean past(@Nullable Instant instant) {
        return instant != null && instant.isBefore(clock.instant());
    }

    /** « dans 5 jours », « demain », « aujourd’hui », « depuis 3 jours ». */
    public String until(LocalDate day) {
        var days = daysTo(day);
        if (days == 0) {
            return Sentences.of("day.today");
        }
        if (days > 0) {
            return days == 1 ? Sentences.of("day.tomorrow") : Sentences.of("day.in", days);
        }
        return days == -1 ? Sentences.of("day.yesterday") : Sentences.of("day.since", -days);
    }

    public String untilInstant(Instant instant) {
        return until(lastDay(instant));
    }

    /** « 3 jours », until now when it is not over. */
    public String lasting(Instant from, @Nullable Instant to) {
        var days = ChronoUnit.DAYS.between(from, to == null ? clock.instant() : to);
        if (days == 0) {
            return Sentences.of("days.none");
        }
        return days == 1 ? Sentences.of("days.one") : Sentences.of("days.many", days);
    }

    /** « 3 j », « 5 h », « 12 min », rounded; a dash for none. */
    public String duration(@Nullable Duration time) {
        if (time == null) {
            return "–";
        }
        if (time.toHours() >= 48) {
            return Sentences.of("duration.days", Math.round(time.toMinutes() / 1440.0));
        }
        return time.toMinutes() >= 90
                ? Sentences.of("duration.hours", Math.round(time.toMinutes() / 60.0))
                : Sentences.of("duration.minutes", time.toMinutes());
    }

    /** « 1 234 ». */
    public String count(long number) {
        return NumberFormat.getIntegerInstance(Locale.FRANCE).format(number);
    }

    /** « +3 », « −3 », « 0 ». */
    public String gap(long difference) {
        return sign(difference) + count(Math.abs(difference));
    }

    /** « +3,00 € ». */
    public String eurosGap(BigDecimal difference) {
        return sign(difference.signum()) + euros(difference.abs());
    }

    private static String sign(long difference) {
        return difference > 0 ? "+" : difference < 0 ? "−" : "";
    }

    /** « 12 % » of a whole, rounded; a dash for a part of nothing. */
    public String share(long part, long whole) {
        return whole == 0 ? "–" : Math.round(100.0 * part / whole) + "\u00a0%";
    }

    /** « 14 h 05 min 12 s », in Paris. */
    public String second(Instant instant) {
        return SECOND.format(instant.atZone(ParisTime.ZONE));
    }

    public <T> List<T> latestFirst(List<T> oldestFirst) {
        var turned = new ArrayList<>(oldestFirst);
        Collections.reverse(turned);
        return turned;
    }

    /** What a user gives to support; null outside of a request. */
    public @Nullable String trace() {
        return Trace.current();
    }

    /** Who is signed in, null for the public. */
    public @Nullable Actor actor() {
        return actors.current().orElse(null);
    }

    public boolean holder() {
        return is(Role.HOLDER);
    }

    public boolean officer() {
        return is(Role.CONFORMITY_OFFICER)
                || is(Role.INSTRUCTOR)
                || is(Role.JURY_MEMBER)
                || is(Role.CONSULTED)
                || is(Role.MANAGER);
    }

    public boolean steward() {
        return is(Role.MANAGER);
    }

    public boolean administrator() {
        return is(Role.ADMINISTRATOR);
    }

    /** Whether the workshop of the models opens to this account. */
    public boolean workshop() {
        return is(Role.MODELLER) || is(Role.MANAGER) || is(Role.ADMINISTRATOR);
    }

    /** Whether the engine's own applications open to this account. */
    public boolean engine() {
        return officer() || is(Role.MODELLER) || is(Role.ADMINISTRATOR);
    }

    private boolean is(Role role) {
        return actors.current().filter(a -> a.is(role)).isPresent();
    }
}
