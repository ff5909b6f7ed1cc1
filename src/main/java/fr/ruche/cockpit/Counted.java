package fr.ruche.cockpit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Recusals;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What was counted since the last change: a hundred thousand dossiers are not counted again for each look at the same
 * page. A change that is told by {@link Live} is seen at once; what is told by nobody, such as a correction of what a
 * porteur wrote, after {@code ruche.cockpit.keep} at the latest, as is what another instance of the program changes.
 */
@Component
class Counted {

    private static final int QUESTIONS = 1_000;

    private final Live live;
    private final Recusals recusals;
    private final Clock clock;
    private final Cache<Question, Figures<?>> kept;

    Counted(Live live, Recusals recusals, Clock clock, @Value("${ruche.cockpit.keep:PT30S}") Duration keep) {
        this.live = live;
        this.recusals = recusals;
        this.clock = clock;
        this.kept = Caffeine.newBuilder()
                .maximumSize(QUESTIONS)
                .expireAfterWrite(keep)
                .build();
    }

    /**
     * @param what is counted, with all that it is counted for
     * @param count what is not known yet
     */
    <T> Figures<T> of(List<?> what, Actor manager, Supplier<T> count) {
        var question = new Question(
                live.changes(), what, recusals.keptFrom(manager), manager.is(Role.HOLDER) ? manager.username() : "");
        @SuppressWarnings("unchecked") // the same question is asked in one place only
        var figures = (Figures<T>) kept.get(question, unknown -> new Figures<>(clock.instant(), count.get()));
        return Objects.requireNonNull(figures);
    }

    /** @param at when they were counted */
    record Figures<T>(Instant at, T counted) {}

    /** Managers see the same, but for what they are kept from and for drafts of their own. */
    private record Question(long changes, List<?> what, Set<DossierNumber> without, String and) {}
}
