package fr.ruche.common;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The id under which one request, and all that the log says of it, is found again: what a user gives to support. It is
 * in the log as {@code trace}, beside {@code dossier}, the number of the dossier that it is about.
 */
public final class Trace {

    /** The name of both in the log. */
    public static final String ID = "trace";

    public static final String DOSSIER = "dossier";

    private Trace() {}

    /** Of the request that is being answered; null outside of one. */
    public static @Nullable String current() {
        return MDC.get(ID);
    }

    /** The same, or a new one where nothing is being answered. */
    public static String known() {
        var current = current();
        return current == null ? fresh() : current;
    }

    /** Sixteen letters and digits. */
    public static String fresh() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 16);
    }
}
