package io.ambit.core.tooluse.failure;

import io.ambit.core.text.Words;
import io.ambit.core.tool.Advice;
import io.ambit.core.tool.FailureClass;
import io.ambit.core.tool.Invocation;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Thinks about a failed call by what came back and what came before, and by nothing else: no history, no state. The same
 * report gives the same reflection. Time is linear in the report's length.
 */
public final class Reflector {
    private static final Duration RATE_WAIT = Duration.ofSeconds(30);
    private static final Duration FAR_WAIT = Duration.ofSeconds(5);
    private static final Duration LOCK_WAIT = Duration.ofSeconds(2);
    /** After so many equal failures a retry is not advised any more. */
    private static final int ENOUGH = 2;

    private static final Set<String> WRITING = Set.of(
            "add", "apply", "book", "cancel", "commit", "create", "delete", "edit", "exec", "execute", "insert", "move",
            "patch", "post", "publish", "push", "put", "remove", "rename", "run", "save", "send", "set", "submit",
            "update", "upload", "write", "bash", "shell");
    private static final Set<FailureClass> SPELLED =
            Set.of(FailureClass.NOT_FOUND, FailureClass.WRONG_VALUE, FailureClass.UNKNOWN_NAME);

    private Reflector() {}

    /** What is thought of a failed call. Never throws for what a report says. */
    public static Reflection reflect(FailureReport report) {
        ErrorReading reading = ErrorReading.of(report.error());
        Classifier.Verdict verdict = Classifier.classify(report.call(), reading);
        Earlier earlier = Earlier.of(report.context());
        int repeats = earlier.repeats(report.call(), verdict.statement());
        FailureClass failure = verdict.failure();
        Advice advice = advice(verdict, repeats);
        Subject subject = Subject.of(report.call(), report.error());
        String next = Causes.next(failure, advice, writes(report.call().tool()), repeats);
        Invocation corrected = null;
        if (SPELLED.contains(failure) && advice == Advice.CHANGE) {
            Spelling spelling = Spelling.of(report, verdict.statement());
            corrected = spelling.corrected();
            next = spelling.hint().isEmpty() ? next : next + ' ' + spelling.hint();
        }
        return new Reflection(
                failure,
                verdict.confidence(),
                Causes.cause(failure, report.call().tool(), subject),
                verdict.statement(),
                advice,
                advice == Advice.RETRY ? pause(failure, reading) : null,
                next,
                null,
                corrected,
                List.of());
    }

    private static Advice advice(Classifier.Verdict verdict, int repeats) {
        Advice said = verdict.advice() == null ? usual(verdict.failure()) : verdict.advice();
        return said == Advice.RETRY && repeats >= ENOUGH ? Advice.STOP : said;
    }

    private static Advice usual(FailureClass failure) {
        return switch (failure) {
            case RATE, TIMEOUT, TRANSPORT -> Advice.RETRY;
            case PERMISSION, TOOL_FAULT -> Advice.STOP;
            case CONFLICT, MISSING_ARGUMENT, UNKNOWN_NAME, WRONG_TYPE, NOT_FOUND, WRONG_TOOL, WRONG_VALUE ->
                Advice.CHANGE;
        };
    }

    private static Duration pause(FailureClass failure, ErrorReading reading) {
        Duration said = WaitText.of(reading.lines());
        if (said != null) {
            return said;
        }
        return switch (failure) {
            case RATE -> RATE_WAIT;
            case CONFLICT -> LOCK_WAIT;
            default -> FAR_WAIT;
        };
    }

    private static boolean writes(String tool) {
        return Tokens.of(tool).stream().anyMatch(WRITING::contains)
                || Words.of(tool).stream().anyMatch(WRITING::contains);
    }

    /** Another spelling of one of the call's values that error or context know. */
    private record Spelling(@Nullable Invocation corrected, String hint) {

        static Spelling of(FailureReport report, String statement) {
            NearNames names = NearNames.in(report.error() + '\n' + report.context());
            Spelling found = new Spelling(null, "");
            for (Map.Entry<String, Object> each : report.call().arguments().entrySet()) {
                if (!(each.getValue() instanceof String value) || value.indexOf(' ') >= 0) {
                    continue;
                }
                List<String> same = names.spellings(value);
                if (same.size() == 1 && statement.contains(value)) {
                    Map<String, Object> arguments =
                            new LinkedHashMap<>(report.call().arguments());
                    arguments.put(each.getKey(), same.getFirst());
                    return new Spelling(
                            new Invocation(report.call().tool(), arguments),
                            '"' + same.getFirst() + "\" is there, spelled otherwise.");
                }
                List<String> near = names.near(value);
                if (found.hint.isEmpty() && near.size() == 1) {
                    found = new Spelling(null, "Perhaps \"" + near.getFirst() + "\" is meant.");
                }
            }
            return found;
        }
    }
}
