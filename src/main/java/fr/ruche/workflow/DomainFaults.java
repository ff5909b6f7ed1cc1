package fr.ruche.workflow;

import fr.ruche.common.Conflict;
import fr.ruche.common.Forbidden;
import fr.ruche.common.NotFound;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.common.Trace;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Lets the refusals of the domain leave the engine as they are, whatever the engine wrapped around them. Through the
 * engine's own REST doors, which know nothing of them, they become a status with exactly their French sentences.
 */
class DomainFaults extends CommandInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(DomainFaults.class);

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (RuntimeException failure) {
            throw translated(failure);
        }
    }

    static Conflict overtaken() {
        return new Conflict(Sentences.of("task.overtaken"));
    }

    private static RuntimeException translated(RuntimeException failure) {
        return asked(failure)
                .map(refusal -> throughRest() ? told(refusal) : refusal)
                .orElseGet(() -> unforeseen(failure) ? failed(failure) : failure);
    }

    /** What neither the domain nor the engine refuses, while somebody works in the engine's own applications. */
    private static boolean unforeseen(RuntimeException failure) {
        return !(failure instanceof WebApplicationException)
                && (failure.getClass() == ProcessEngineException.class || !(failure instanceof ProcessEngineException))
                && through("/camunda");
    }

    /** The application shows this sentence, and the log says the rest under the same reference. */
    private static RuntimeException failed(RuntimeException failure) {
        var id = Trace.known();
        LOG.error("Unexpected failure {}", id, failure);
        return new WebApplicationException(Sentences.of("task.failed", id), failure, Status.INTERNAL_SERVER_ERROR);
    }

    private static RuntimeException told(RuntimeException refusal) {
        return refusal instanceof ModelRefused models
                ? new ModelProblems(models)
                : new WebApplicationException(refusal.getMessage(), status(refusal));
    }

    private static Optional<RuntimeException> asked(RuntimeException failure) {
        return ExceptionUtils.getThrowableList(failure).stream()
                .<RuntimeException>mapMulti((cause, refusals) -> {
                    if (cause instanceof SuspendedEntityInteractionException) {
                        refusals.accept(new Conflict(Sentences.of("task.suspended")));
                    } else if (cause instanceof Rejected
                            || cause instanceof Conflict
                            || cause instanceof NotFound
                            || cause instanceof Forbidden) {
                        refusals.accept((RuntimeException) cause);
                    } else if (cause instanceof OptimisticLockingException && throughRest()) {
                        refusals.accept(overtaken());
                    } else if (cause instanceof TaskAlreadyClaimedException && throughRest()) {
                        refusals.accept(new Conflict(Sentences.of("task.claimed")));
                    }
                })
                .findFirst();
    }

    private static Status status(RuntimeException refusal) {
        if (refusal instanceof Rejected) {
            return Status.BAD_REQUEST;
        }
        if (refusal instanceof Forbidden) {
            return Status.FORBIDDEN;
        }
        return refusal instanceof NotFound ? Status.NOT_FOUND : Status.CONFLICT;
    }

    private static boolean throughRest() {
        return through("/engine-rest") || through("/camunda");
    }

    private static boolean through(String door) {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web
                && web.getRequest().getServletPath().startsWith(door);
    }
}
