package fr.ruche.workshop;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.ruche.workflow.Publications;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of a programme.
 *
 * @param programme code of its programme
 * @param programmeName what people call it
 * @param number counts the versions of the programme
 * @param basis id of the version from which it was made, null when it began empty
 * @param basisNumber number of that version
 * @param comment what it is for
 * @param revision counts the changes of its files
 * @param createdBy name of who made it
 * @param files by name
 * @param requests all requests for approval, the latest first
 * @param publishedBy name of who put it into service
 * @param publishAt when it will be put into service, null when nothing is planned
 * @param publishBy name of who planned it
 * @param publishFailure why what was planned did not happen, in French
 * @param deployment id of its deployment, null when it was never in service
 * @param models the processes and decisions that were deployed, with the versions that the engine gave them
 */
public record VersionView(
        UUID id,
        String programme,
        String programmeName,
        int number,
        VersionState state,
        Origin origin,
        @Nullable UUID basis,
        @Nullable Integer basisNumber,
        String comment,
        int revision,
        String createdBy,
        Instant createdAt,
        List<FileView> files,
        List<ApprovalRequest> requests,
        @Nullable String publishedBy,
        @Nullable Instant publishedAt,
        @Nullable Instant publishAt,
        @Nullable String publishBy,
        @Nullable String publishFailure,
        @Nullable String deployment,
        List<Publications.Deployed> models) {

    /** The request that is open or was approved: that of the files as they are. */
    @JsonProperty
    public @Nullable ApprovalRequest request() {
        return requests.stream()
                .filter(one ->
                        one.state() == ApprovalRequest.State.OPEN || one.state() == ApprovalRequest.State.APPROVED)
                .findFirst()
                .orElse(null);
    }

    /** A file by its name. */
    public Optional<FileView> file(String name) {
        return files.stream().filter(one -> one.name().equals(name)).findFirst();
    }
}
