package io.ambit.core.tooluse.failure;

import io.ambit.core.tool.FailureClass;
import org.jspecify.annotations.Nullable;

/** What a program's status says by itself, as shells and timeout(1) use it. */
final class ExitMeaning {
    private static final int TIMED_OUT = 124;
    private static final int NOT_EXECUTABLE = 126;
    private static final int NO_COMMAND = 127;
    private static final int SIGNALS = 128;

    private ExitMeaning() {}

    /**
     * The signal of a status; null where it says no more than that something failed.
     *
     * @param lines how many lines came with it
     */
    static @Nullable Signal of(int status, int lines) {
        FailureClass failure = switch (status) {
            case TIMED_OUT -> FailureClass.TIMEOUT;
            case NOT_EXECUTABLE -> FailureClass.PERMISSION;
            case NO_COMMAND -> FailureClass.UNKNOWN_NAME;
            case 1 -> lines <= 1 ? FailureClass.NOT_FOUND : null; // silent: grep, which, test, diff
            default -> status > SIGNALS || status < 0 ? FailureClass.TOOL_FAULT : null;
        };
        return failure == null ? null : new Signal(failure, Signal.EXIT, null);
    }
}
