package io.ambit.core.tooluse.check;

import io.ambit.core.text.Json;
import io.ambit.core.text.JsonSyntaxException;
import io.ambit.core.text.JsonTree;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A value as another type, where it says the same: {@code "7"} is 7, {@code "true"} is true, a list of one is its item,
 * JSON in quotes is what it spells. What would lose something, or could be read in two ways, is not done.
 */
final class Coercion {
    private static final int MOST_CHARACTERS = 200_000;
    private static final int LONGEST_NUMBER = 40;
    private static final Set<String> YES = Set.of("yes", "on", "1");
    private static final Set<String> NO = Set.of("no", "off", "0");

    private Coercion() {}

    /** A value of the wanted type, and how sure it is. */
    record Coerced(@Nullable Object value, Certainty certainty) {}

    /** What a value is as a type, the surest first; none where it is nothing of the kind. */
    static List<Coerced> to(String type, @Nullable Object value) {
        List<Coerced> found = new ArrayList<>();
        if (value instanceof List<?> list && list.size() == 1 && !type.equals(LenientTypes.LIST)) {
            Object item = list.getFirst();
            if (LenientTypes.fits(item, Set.of(type))) {
                found.add(new Coerced(item, Certainty.CERTAIN));
            } else if (!(item instanceof List)) {
                found.addAll(to(type, item));
            }
            return found;
        }
        switch (type) {
            case LenientTypes.WHOLE, LenientTypes.NUMBER -> number(type, value, found);
            case LenientTypes.FLAG -> flag(value, found);
            case LenientTypes.TEXT -> text(value, found);
            case LenientTypes.LIST -> list(value, found);
            case LenientTypes.OBJECT -> {
                if (value instanceof String text && json(text) instanceof Map<?, ?> object) {
                    found.add(new Coerced(object, Certainty.CERTAIN));
                }
            }
            default -> {
                if (value instanceof String text && isNothing(text)) {
                    found.add(new Coerced(null, Certainty.LIKELY));
                }
            }
        }
        return found;
    }

    /** Whether a text is what models write for nothing. */
    static boolean isNothing(String text) {
        return Set.of("", "null", "none", "undefined", "nil")
                .contains(text.strip().toLowerCase(Locale.ROOT));
    }

    private static void number(String type, @Nullable Object value, List<Coerced> found) {
        boolean whole = type.equals(LenientTypes.WHOLE);
        Number number = value instanceof String text ? number(text.strip()) : null;
        if (number != null && (!whole || LenientTypes.isWhole(number))) {
            found.add(new Coerced(whole ? whole(number) : number, Certainty.CERTAIN));
        }
    }

    private static Number whole(Number number) {
        return number instanceof BigDecimal exact && exact.precision() - exact.scale() <= 18
                ? exact.longValueExact()
                : number;
    }

    /** The number that a text spells as JSON does; null for all else, 007 included, which may be no number at all. */
    private static @Nullable Number number(String text) {
        boolean isShort = !text.isEmpty() && text.length() <= LONGEST_NUMBER;
        String plain = isShort && text.charAt(0) == '+' ? text.substring(1) : text;
        return isShort && json(plain) instanceof Number number ? number : null;
    }

    private static void flag(@Nullable Object value, List<Coerced> found) {
        String text = value instanceof String || LenientTypes.isWhole(value)
                ? String.valueOf(value).strip().toLowerCase(Locale.ROOT)
                : "";
        if (text.equals("true") || text.equals("false")) {
            found.add(new Coerced(text.equals("true"), Certainty.CERTAIN));
        } else if (YES.contains(text) || NO.contains(text)) {
            found.add(new Coerced(YES.contains(text), Certainty.LIKELY));
        }
    }

    private static void text(@Nullable Object value, List<Coerced> found) {
        if (value instanceof Long || value instanceof Integer) {
            found.add(new Coerced(value.toString(), Certainty.CERTAIN));
        } else if (value instanceof Boolean || value instanceof Number) {
            found.add(new Coerced(String.valueOf(value), Certainty.LIKELY));
        }
    }

    private static void list(@Nullable Object value, List<Coerced> found) {
        if (value instanceof String text) {
            if (json(text) instanceof List<?> list) {
                found.add(new Coerced(list, Certainty.CERTAIN));
                return;
            }
            List<String> parts = parts(text);
            if (parts.size() > 1) {
                // A comma may stand between values or in one: only where it can be but the first, that is proposed.
                found.addAll(isPlainList(parts) ? List.of(new Coerced(parts, Certainty.LIKELY)) : List.of());
                return;
            }
        }
        if (value != null) {
            found.add(new Coerced(List.of(value), Certainty.CERTAIN));
        }
    }

    static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            parts.add(part.strip());
        }
        return parts;
    }

    private static boolean isPlainList(List<String> parts) {
        boolean areWords = parts.stream().allMatch(part -> part.indexOf(' ') < 0);
        boolean arePlaces = parts.stream().skip(1).anyMatch(part -> part.length() == 2 && isUpper(part));
        return parts.stream().noneMatch(String::isEmpty) && !arePlaces && (areWords || parts.size() > 2);
    }

    private static boolean isUpper(String text) {
        return text.chars().allMatch(Character::isUpperCase);
    }

    private static @Nullable Object json(String text) {
        String plain = text.strip();
        if (plain.isEmpty() || plain.length() > MOST_CHARACTERS) {
            return null;
        }
        try {
            return JsonTree.of(Json.parse(plain));
        } catch (JsonSyntaxException e) {
            return null;
        }
    }
}
