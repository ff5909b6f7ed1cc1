package fr.ruche.jury;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a manager fills in to convene a session; every missing or wrong field is named. */
public record SessionPlan(
        @Nullable String call,
        @Nullable String jury,
        @Nullable Instant startsAt,
        @Nullable String place,
        List<JuryMember> members) {}
