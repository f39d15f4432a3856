package io.ambit.core.tool;

import io.ambit.core.text.CanonicalJson;
import io.ambit.core.text.JsonTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a call that failed is made into one that works.
 *
 * @param argument that it is about, "" for the whole call
 * @param to another name, a number of digits, a word: see {@link Kind}
 * @param from what must have stood there, where the kind asks for it
 * @param value to be set, where the kind asks for it
 */
public record Recipe(
        Kind kind,
        String argument,
        String to,
        String from,
        @Nullable Object value) {

    /** The ways to correct. */
    public enum Kind {
        /** No change: the same call again. */
        AGAIN,
        /** The argument is called {@code to}. */
        RENAME,
        /** The argument is left out. */
        DROP,
        /** The argument, which was absent, has {@code value}. */
        ADD,
        /** {@code value} in the place of {@code from} (canonical JSON). */
        REPLACE,
        /** The word {@code to} in the place of the word {@code from} inside the text. */
        WORD,
        /** The number at the end of the text has {@code to} digits, filled up with zeros. */
        PAD,
        /** Small letters ({@code to} is "lower") or capitals ("upper"). */
        CASE,
        /** The same value as {@code to}: "number", "text", "truth", "list". */
        RETYPE,
        /** The tool {@code to}, with arguments renamed as {@code value} says (a map of names). */
        TOOL,
        /** Nothing that can be carried out; a sentence says what to do. */
        ADVICE
    }

    private static final int MAX_DIGITS = 18;

    /** A recipe of the whole call that needs nothing more. */
    public static Recipe plain(Kind kind) {
        return new Recipe(kind, "", "", "", null);
    }

    /** The corrected call; empty where this cannot be done to it, or changes nothing that it is meant to change. */
    public Optional<Invocation> apply(Invocation call) {
        Map<String, Object> arguments = new LinkedHashMap<>(call.arguments());
        boolean present = arguments.containsKey(argument);
        Object before = arguments.get(argument);
        switch (kind) {
            case AGAIN -> {
                return Optional.of(call);
            }
            case ADVICE -> {
                return Optional.empty();
            }
            case TOOL -> {
                return otherTool(call);
            }
            case RENAME -> {
                if (!present || arguments.containsKey(to)) {
                    return Optional.empty();
                }
                arguments = new LinkedHashMap<>();
                for (Map.Entry<String, Object> each : call.arguments().entrySet()) {
                    arguments.put(each.getKey().equals(argument) ? to : each.getKey(), each.getValue());
                }
            }
            case DROP -> {
                if (!present) {
                    return Optional.empty();
                }
                arguments.remove(argument);
            }
            case ADD -> {
                if (present || value == null) {
                    return Optional.empty();
                }
                arguments.put(argument, value);
            }
            case REPLACE, WORD, PAD, CASE, RETYPE -> {
                Object after = present ? changed(before) : null;
                if (after == null || after.equals(before)) {
                    return Optional.empty();
                }
                arguments.put(argument, after);
            }
        }
        return Optional.of(new Invocation(call.tool(), arguments));
    }

    private @Nullable Object changed(@Nullable Object before) {
        return switch (kind) {
            case REPLACE -> canonical(before).equals(from) ? value : null;
            case WORD -> before instanceof String text ? word(text) : null;
            case PAD -> before instanceof String text ? padded(text) : null;
            case CASE ->
                before instanceof String text
                        ? (to.equals("lower") ? text.toLowerCase(Locale.ROOT) : text.toUpperCase(Locale.ROOT))
                        : null;
            case RETYPE -> retyped(before);
            default -> null;
        };
    }

    private @Nullable String word(String text) {
        List<String> words = new ArrayList<>(List.of(text.split(" ", -1)));
        int at = words.indexOf(from);
        if (at < 0) {
            return null;
        }
        words.set(at, to);
        return String.join(" ", words);
    }

    private @Nullable String padded(String text) {
        int start = text.length();
        while (start > 0 && text.charAt(start - 1) >= '0' && text.charAt(start - 1) <= '9') {
            start--;
        }
        int digits = text.length() - start;
        int wanted =
                to.length() <= 2 && !to.isEmpty() && to.chars().allMatch(Character::isDigit) ? Integer.parseInt(to) : 0;
        if (digits == 0 || digits > MAX_DIGITS || wanted <= digits || wanted > MAX_DIGITS) {
            return null;
        }
        return text.substring(0, start) + "0".repeat(wanted - digits) + text.substring(start);
    }

    private @Nullable Object retyped(@Nullable Object before) {
        if (before == null) {
            return null;
        }
        return switch (to) {
            case "number" -> before instanceof String text ? number(text) : null;
            case "text" -> before instanceof Number || before instanceof Boolean ? String.valueOf(before) : null;
            case "truth" ->
                before instanceof String text && (text.equals("true") || text.equals("false"))
                        ? (Object) Boolean.valueOf(text)
                        : null;
            case "list" -> before instanceof List<?> ? null : List.of(before);
            default -> null;
        };
    }

    private static @Nullable Object number(String text) {
        return Invocation.parse("", "{\"n\":" + text.strip() + "}")
                .map(call -> call.arguments().get("n"))
                .filter(Number.class::isInstance)
                .orElse(null);
    }

    private Optional<Invocation> otherTool(Invocation call) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        Map<?, ?> names = value instanceof Map<?, ?> map ? map : Map.of();
        for (Map.Entry<String, Object> each : call.arguments().entrySet()) {
            Object name = names.get(each.getKey());
            if (name != null) {
                arguments.put(name.toString(), each.getValue());
            }
        }
        return to.equals(call.tool()) || arguments.isEmpty()
                ? Optional.empty()
                : Optional.of(new Invocation(to, arguments));
    }

    /** One spelling for equal values. */
    public static String canonical(@Nullable Object value) {
        return CanonicalJson.ofText(JsonTree.write(value));
    }
}
