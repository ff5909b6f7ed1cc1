package fr.ruche.workflow;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** For whom a step is being answered on this thread, when it is not in the answering person's own name. */
public final class Behalf {

    private static final ThreadLocal<@Nullable String> ABSENT = new ThreadLocal<>();

    private Behalf() {}

    /** The account of the absent person; empty when one answers in one's own name, or answers nothing now. */
    public static Optional<String> current() {
        return Optional.ofNullable(ABSENT.get());
    }

    static <T extends @Nullable Object> T of(Optional<String> absent, Callable<T> work) throws Exception {
        var before = ABSENT.get();
        ABSENT.set(absent.orElse(null));
        try {
            return work.call();
        } finally {
            ABSENT.set(before);
        }
    }
}
