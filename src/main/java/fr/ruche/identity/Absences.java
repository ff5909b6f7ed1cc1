package fr.ruche.identity;

import fr.ruche.common.Conflict;
import fr.ruche.common.Forbidden;
import fr.ruche.common.NotFound;
import fr.ruche.common.ParisTime;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.workflow.OfficerSteps;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * When officers are away, and who stands in for them. A substitute usually has the same groups already; to one who has
 * not, a manager may lend those of conformity and instruction. What is lent ends with the absence, at once and by
 * itself.
 */
@Service
@Transactional
public class Absences {

    private final AbsenceTable table;
    private final AbsenceRules rules;
    private final OfficerSteps steps;
    private final AccountRepository accounts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Absences(
            AbsenceTable table,
            AbsenceRules rules,
            OfficerSteps steps,
            AccountRepository accounts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.rules = rules;
        this.steps = steps;
        this.accounts = accounts;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Declares an absence: one's own, or for a manager anybody's.
     *
     * @throws Rejected with all that is wrong, at {@code absent}, {@code firstDay}, {@code lastDay}, {@code substitute}
     *     and {@code steps}
     * @throws Forbidden when somebody else than a manager declares for another
     */
    public Absence declare(Actor me, AbsenceNotice notice) {
        var absent = notice.absent().isBlank() ? me.username() : Accounts.normal(notice.absent());
        var substitute = notice.substitute().isBlank() ? null : Accounts.normal(notice.substitute());
        if (!absent.equals(me.username()) && !me.is(Role.MANAGER)) {
            throw new Forbidden(Sentences.of("absence.othersForbidden"));
        }
        table.hold(Stream.of(absent, substitute).filter(Objects::nonNull).collect(Collectors.toSet()));
        var chosen = Set.copyOf(notice.steps());
        var lends = rules.check(me, absent, substitute, notice, chosen, today());
        var absence = new Absence(
                UUID.randomUUID(),
                absent,
                "",
                substitute,
                null,
                Objects.requireNonNull(notice.firstDay()),
                Objects.requireNonNull(notice.lastDay()),
                chosen,
                lends,
                me.username(),
                clock.instant(),
                null);
        table.add(absence);
        var declared = get(absence.id());
        events.publishEvent(new AbsenceChanged(declared));
        return declared;
    }

    /**
     * Cuts an absence short, or cancels one to come: the absent person or a manager may.
     *
     * @throws NotFound when it does not concern this person
     * @throws Forbidden when it is the substitute who asks
     * @throws Conflict when it is over
     */
    public void end(Actor me, UUID id) {
        var absence = table.find(id)
                .filter(one -> concerns(one, me))
                .orElseThrow(() -> new NotFound(Sentences.of("absence.unknown")));
        if (!mayEnd(me, absence)) {
            throw new Forbidden(Sentences.of("absence.endForbidden"));
        }
        if (absence.lastDay().isBefore(today()) || !table.end(id, me.username(), clock.instant())) {
            throw new Conflict(Sentences.of("absence.over"));
        }
        events.publishEvent(new AbsenceChanged(get(id)));
    }

    /** Whether this person may cut it short. */
    public boolean mayEnd(Actor me, Absence absence) {
        return absence.absent().equals(me.username()) || me.is(Role.MANAGER);
    }

    /** Those of today and to come in which one is absent or stands in, the nearest first; for a manager everyone's. */
    @Transactional(readOnly = true)
    public List<Absence> of(Actor me) {
        return table.from(today(), me.is(Role.MANAGER) ? null : me.username());
    }

    /** Those of today in which one is absent or stands in. */
    @Transactional(readOnly = true)
    public List<Absence> today(Actor me) {
        return table.from(today(), me.username()).stream()
                .filter(absence -> absence.runsOn(today()))
                .toList();
    }

    /** The absence of this person that covers this kind of task today. */
    @Transactional(readOnly = true)
    public Optional<Absence> covering(String username, String step) {
        return table.from(today(), username).stream()
                .filter(absence -> absence.absent().equals(username))
                .filter(absence -> absence.runsOn(today()) && absence.covers(step))
                .findFirst();
    }

    /** The kinds of task for which one may be absent: those of one's groups; for a manager every kind. */
    @Transactional(readOnly = true)
    public List<TaskKind> kinds(Actor me) {
        return (me.is(Role.MANAGER) ? steps.all().stream() : rules.kinds(me))
                .map(step -> new TaskKind(step.id(), step.label()))
                .toList();
    }

    /** Every kind of task that officers have. */
    @Transactional(readOnly = true)
    public List<TaskKind> kinds() {
        return steps.all().stream()
                .map(step -> new TaskKind(step.id(), step.label()))
                .toList();
    }

    /** Those who may be named: for a manager every officer; for others who shares one of their groups. By name. */
    @Transactional(readOnly = true)
    public List<Actor> officers(Actor me) {
        return accounts.officers().stream()
                .map(Account::actor)
                .filter(one -> me.is(Role.MANAGER) || one.memberships().stream().anyMatch(me.memberships()::contains))
                .sorted(Comparator.comparing(Actor::displayName).thenComparing(Actor::username))
                .toList();
    }

    /** Those that run and whose tasks have not changed hands yet. */
    @Transactional(readOnly = true)
    public List<Absence> toBegin() {
        return table.toBegin(today());
    }

    /** Those that are over and whose tasks have not come back yet. */
    @Transactional(readOnly = true)
    public List<Absence> toReturn() {
        return table.toReturn(today());
    }

    /** The tasks have changed hands. */
    public void begun(Absence absence) {
        table.handed(absence.id(), clock.instant());
    }

    /** The tasks have come back. */
    public void returned(Absence absence) {
        table.returned(absence.id(), clock.instant());
    }

    private Absence get(UUID id) {
        return table.find(id).orElseThrow();
    }

    private static boolean concerns(Absence absence, Actor me) {
        return me.is(Role.MANAGER)
                || absence.absent().equals(me.username())
                || me.username().equals(absence.substitute());
    }

    private LocalDate today() {
        return ParisTime.dayOf(clock.instant());
    }
}
