package io.ambit.store.backlog.front;

import io.ambit.core.text.Value;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** What a scalar is by the core schema of YAML 1.2: points in time, for one, are text. */
final class Scalars {
    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> TRUE = Set.of("true", "True", "TRUE");
    private static final Set<String> FALSE = Set.of("false", "False", "FALSE");
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
            + "|[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
            + "|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)");

    private Scalars() {}

    static Value read(ScalarEvent event) {
        boolean untagged = event.getTag().isEmpty();
        return event.isPlain() && untagged ? plain(event.getValue()) : new Value.Str(event.getValue(), false);
    }

    static Value plain(String text) {
        if (NULLS.contains(text)) {
            return Value.Null.VALUE;
        }
        if (TRUE.contains(text) || FALSE.contains(text)) {
            return new Value.Bool(TRUE.contains(text));
        }
        return isNumber(text) ? new Value.Num(text) : new Value.Str(text, false);
    }

    static boolean isNumber(String text) {
        return text.length() < 400 && NUMBER.matcher(text).matches();
    }
}
