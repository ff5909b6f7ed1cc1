package fr.ruche.notification;

import fr.ruche.common.Deed;
import fr.ruche.common.Deed.Domain;
import fr.ruche.common.Forbidden;
import fr.ruche.common.FrenchDay;
import fr.ruche.common.NotFound;
import fr.ruche.common.ParisTime;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the decisions are made known to their porteurs, and which are not yet (NOT-01). */
@Service
@Transactional
public class Notices {

    private final StoredMessages messages;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Notices(StoredMessages messages, ApplicationEventPublisher events, Clock clock) {
        this.messages = messages;
        this.events = events;
        this.clock = clock;
    }

    /** How each decision on this dossier was made known, the oldest first. */
    @Transactional(readOnly = true)
    public List<Notice> of(DossierNumber dossier) {
        return messages.findByDossierOrderByWrittenAt(dossier.value()).stream()
                .filter(StoredMessage::decides)
                .map(StoredMessage::toNotice)
                .toList();
    }

    /**
     * The decisions that nobody is known or deemed to have received: those to hand over first, the longest due first;
     * 500 at most.
     *
     * @throws Forbidden to anybody but managers
     */
    @Transactional(readOnly = true)
    public List<Notice> waiting(Actor manager) {
        require(manager);
        var today = today();
        return messages.findNotKnown(clock.instant().minus(Notice.DEEMED)).stream()
                .map(StoredMessage::toNotice)
                .filter(notice -> !notice.deemedOn(today))
                .sorted(Comparator.comparing(Notice::due, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    /** How many of them should have been handed over by now. See {@link #waiting}. */
    @Transactional(readOnly = true)
    public long late(Actor manager) {
        var today = today();
        return waiting(manager).stream().filter(notice -> notice.lateOn(today)).count();
    }

    /**
     * A decision was handed over, or delivered by post, on this day; what was said before is replaced.
     *
     * @throws Forbidden to anybody but managers
     * @throws NotFound when there is no such letter of decision
     * @throws Rejected when the day is missing, to come, or before the letter
     */
    public Notice handed(UUID letter, @Nullable LocalDate on, Actor manager) {
        require(manager);
        var message = messages.findById(letter)
                .filter(StoredMessage::decides)
                .orElseThrow(() -> new NotFound(Sentences.of("letter.none")));
        if (on == null) {
            throw Rejected.because("on", "REQUIRED", Sentences.of("notices.on.required"));
        }
        if (on.isAfter(today())
                || on.isBefore(ParisTime.dayOf(message.toMessage().at()))) {
            throw Rejected.because("on", "DATE", Sentences.of("notices.on.wrong"));
        }
        message.handed(on, manager.username());
        events.publishEvent(new Deed(
                Domain.DOSSIER,
                String.valueOf(message.dossier()),
                "DECISION_HANDED",
                Sentences.of("deed.notice.handed", message.toMail().subject(), FrenchDay.format(on))));
        return message.toNotice();
    }

    private LocalDate today() {
        return ParisTime.dayOf(clock.instant());
    }

    private static void require(Actor manager) {
        if (!manager.is(Role.MANAGER)) {
            throw new Forbidden(Sentences.of("notices.forbidden"));
        }
    }
}
