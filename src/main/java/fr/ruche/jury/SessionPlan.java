package fr.ruche.jury;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a manager fills in to convene a session; every missing or wrong field is named.
 *
 * @param query the dossiers that join the agenda by themselves, null when it is made by hand
 */
public record SessionPlan(
        @Nullable String call,
        @Nullable String jury,
        @Nullable Instant startsAt,
        @Nullable String place,
        List<JuryMember> members,
        @Nullable AgendaQuery query) {

    public SessionPlan(
            @Nullable String call,
            @Nullable String jury,
            @Nullable Instant startsAt,
            @Nullable String place,
            List<JuryMember> members) {
        this(call, jury, startsAt, place, members, null);
    }
}
