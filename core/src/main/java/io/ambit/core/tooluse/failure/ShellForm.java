package io.ambit.core.tooluse.failure;

import io.ambit.core.tool.FailureClass;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a shell says of a command that it does not know, which without its form reads as any "not found". */
final class ShellForm {
    private static final int STRENGTH = 35;
    private static final String NO_FILE = ": no such file or directory";
    private static final Set<String> RUNNERS = Set.of("make", "xargs", "nice", "nohup", "stdbuf", "setsid");

    private ShellForm() {}

    /** The signal of {@code sh: 1: frob: not found} and its like; null for any other line. */
    static @Nullable Signal of(String line) {
        String lower = line.toLowerCase(Locale.ROOT).strip();
        boolean isShell = lower.startsWith("sh: ")
                || lower.startsWith("/bin/sh: ")
                || lower.startsWith("dash: ")
                || lower.startsWith("zsh: ")
                || lower.startsWith("bash: ")
                || lower.startsWith("/bin/bash: ")
                || lower.startsWith("env: ");
        if (isCommandOfAnother(lower)) {
            return new Signal(FailureClass.UNKNOWN_NAME, STRENGTH + STRENGTH, null);
        }
        if (!isShell) {
            return null;
        }
        if (lower.endsWith(": not found") || lower.contains(": command not found")) {
            return new Signal(FailureClass.UNKNOWN_NAME, STRENGTH, null);
        }
        if (lower.startsWith("env: ") && lower.endsWith("no such file or directory")) {
            return new Signal(FailureClass.UNKNOWN_NAME, STRENGTH, null);
        }
        return null;
    }

    /** {@code xargs: frob: No such file or directory}, where the program runs what it is given; a file has a dot or a slash. */
    private static boolean isCommandOfAnother(String lower) {
        int colon = lower.indexOf(": ");
        if (colon < 0 || !lower.endsWith(NO_FILE) || colon + 2 > lower.length() - NO_FILE.length()) {
            return false;
        }
        String program = lower.substring(0, colon);
        String name = lower.substring(colon + 2, lower.length() - NO_FILE.length());
        return (RUNNERS.contains(program) || program.startsWith("make["))
                && name.indexOf('.') < 0
                && name.indexOf('/') < 0
                && name.indexOf('*') < 0;
    }
}
