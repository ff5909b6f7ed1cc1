package fr.ruche.workshop;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of a programme in a list.
 *
 * @param number counts the versions of its programme
 * @param basis id of the version from which it was made, null when it began empty
 * @param comment what it is for
 * @param createdBy name of who made it
 * @param publishedAt when it was put into service, null when it never was
 * @param publishAt when it will be put into service, null when nothing is planned
 * @param request whether approval is asked for, or was given; null when neither
 */
public record VersionLine(
        UUID id,
        String programme,
        int number,
        VersionState state,
        Origin origin,
        @Nullable UUID basis,
        String comment,
        String createdBy,
        Instant createdAt,
        @Nullable Instant publishedAt,
        @Nullable Instant publishAt,
        ApprovalRequest.@Nullable State request) {}
