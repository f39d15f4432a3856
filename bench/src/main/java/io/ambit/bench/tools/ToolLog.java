package io.ambit.bench.tools;

import io.ambit.bench.JsonLines;
import io.ambit.core.error.AmbitException;
import io.ambit.core.tooluse.suggest.LoggedCall;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Reads which tools served which requests. */
public final class ToolLog {
    private ToolLog() {}

    /**
     * The lines of a file of JSON Lines, oldest first.
     *
     * @throws AmbitException where the file cannot be read, or a line is wrong, with its number
     */
    public static List<LoggedCall> read(Path file) {
        return JsonLines.read(
                file,
                line -> new LoggedCall(
                        line.required("text"), line.required("tool"), failed(line.required("outcome")), Map.of()));
    }

    private static boolean failed(String outcome) {
        return switch (outcome) {
            case "success" -> false;
            case "failure" -> true;
            default -> throw new AmbitException("outcome '" + outcome + "', expected success or failure");
        };
    }
}
