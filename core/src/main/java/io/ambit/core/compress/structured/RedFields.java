package io.ambit.core.compress.structured;

import io.ambit.core.text.Value;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which fields and objects report a failure: what is cut elsewhere stays in them. */
final class RedFields {
    private static final List<String> NAMES =
            List.of("error", "exception", "failure", "traceback", "stacktrace", "stack_trace", "stderr", "panic");
    private static final Set<String> STATES = Set.of(
            "error",
            "errored",
            "failed",
            "failure",
            "fail",
            "fatal",
            "critical",
            "exception",
            "crashed",
            "aborted",
            "timeout",
            "timed_out",
            "denied",
            "rejected");
    private static final Set<String> STATE_NAMES =
            Set.of("status", "state", "level", "severity", "conclusion", "outcome", "result", "phase", "type", "lvl");
    private static final Set<String> CODE_NAMES = Set.of("status", "code", "statuscode", "status_code", "http_status");
    private static final Set<String> SUCCESS_NAMES = Set.of("success", "ok", "succeeded", "passed", "valid");

    private RedFields() {}

    static boolean isName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (String red : NAMES) {
            if (lower.contains(red)) {
                return true;
            }
        }
        return false;
    }

    static boolean isRed(Value.Obj object) {
        for (Value.Field field : object.fields()) {
            if (isRed(field)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRed(Value.Field field) {
        String name = field.name().toLowerCase(Locale.ROOT);
        return switch (field.value()) {
            case Value.Str text -> !text.text().isBlank() && (isName(name) || isState(name, text.text()));
            case Value.Bool bool -> bool.value() ? isName(name) : SUCCESS_NAMES.contains(name);
            case Value.Num number -> CODE_NAMES.contains(name) && isErrorCode(number.spelling());
            case Value.Arr array -> !array.isEmpty() && isName(name);
            case Value.Obj object -> !object.isEmpty() && isName(name);
            case Value.Null ignored -> false;
        };
    }

    private static boolean isState(String name, String value) {
        return STATE_NAMES.contains(name) && value.length() < 12 && STATES.contains(value.toLowerCase(Locale.ROOT));
    }

    /** An HTTP status of 400 or more. */
    private static boolean isErrorCode(String spelling) {
        return spelling.length() == 3 && (spelling.charAt(0) == '4' || spelling.charAt(0) == '5');
    }
}
