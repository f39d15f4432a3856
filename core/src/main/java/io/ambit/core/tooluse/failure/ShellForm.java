package io.ambit.core.tooluse.failure;

import io.ambit.core.tool.FailureClass;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a shell says of a command that it does not know, which without its form reads as any "not found". */
final class ShellForm {
    private static final int STRENGTH = 35;

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
        if (lower.startsWith("make") && !lower.contains("***") && lower.endsWith(": no such file or directory")) {
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
}
