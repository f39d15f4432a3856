package io.ambit.core.tooluse.failure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The status that a program ended with, where a line says it. */
final class ExitStatus {
    private static final int MOST = 255;

    private ExitStatus() {}

    /** The status in "exit code 127", "exited with status: 2" and the like; null where the line says none. */
    static @Nullable Integer of(String line) {
        List<String> tokens = Tokens.of(line);
        for (int i = 1; i < tokens.size(); i++) {
            String word = tokens.get(i);
            if (word.chars().allMatch(Character::isDigit) && word.length() <= 3 && isAfterExit(tokens, i)) {
                int status = Integer.parseInt(word);
                return status > MOST ? null : line.contains("-" + word) ? -status : status;
            }
        }
        return null;
    }

    private static boolean isAfterExit(List<String> tokens, int at) {
        String before = tokens.get(at - 1);
        boolean says = before.equals("code") || before.equals("status") || before.equals("returncode");
        if (!says) {
            return before.equals("exit") || before.equals("exitcode") || before.equals("exited");
        }
        for (int i = Math.max(0, at - 5); i < at; i++) {
            String word = tokens.get(i);
            if (word.equals("exit")
                    || word.equals("exited")
                    || word.equals("return")
                    || word.equals("returned")
                    || word.equals("process")
                    || word.equals("command")
                    || word.equals("returncode")) {
                return true;
            }
        }
        return false;
    }
}
