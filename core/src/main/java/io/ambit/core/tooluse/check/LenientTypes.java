package io.ambit.core.tooluse.check;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names of types as people write them, in many languages, and as JSON Schema knows them. */
final class LenientTypes {
    static final String TEXT = "string";
    static final String WHOLE = "integer";
    static final String NUMBER = "number";
    static final String FLAG = "boolean";
    static final String LIST = "array";
    static final String OBJECT = "object";
    static final String NULL = "null";

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("string", TEXT),
            Map.entry("str", TEXT),
            Map.entry("text", TEXT),
            Map.entry("char", TEXT),
            Map.entry("integer", WHOLE),
            Map.entry("int", WHOLE),
            Map.entry("int32", WHOLE),
            Map.entry("int64", WHOLE),
            Map.entry("long", WHOLE),
            Map.entry("number", NUMBER),
            Map.entry("float", NUMBER),
            Map.entry("double", NUMBER),
            Map.entry("decimal", NUMBER),
            Map.entry("boolean", FLAG),
            Map.entry("bool", FLAG),
            Map.entry("array", LIST),
            Map.entry("list", LIST),
            Map.entry("tuple", LIST),
            Map.entry("set", LIST),
            Map.entry("arraylist", LIST),
            Map.entry("object", OBJECT),
            Map.entry("dict", OBJECT),
            Map.entry("dictionary", OBJECT),
            Map.entry("map", OBJECT),
            Map.entry("hashmap", OBJECT),
            Map.entry("struct", OBJECT),
            Map.entry("null", NULL),
            Map.entry("none", NULL));

    private LenientTypes() {}

    /** The types that a {@code type} names; none where it names anything, or something unknown. */
    static Set<String> of(@Nullable Object type) {
        Set<String> types = new LinkedHashSet<>();
        List<?> named =
                type instanceof List<?> several ? several : type instanceof String one ? List.of(one) : List.of();
        for (Object each : named) {
            String known = NAMES.get(String.valueOf(each).strip().toLowerCase(Locale.ROOT));
            if (known == null) {
                return Set.of();
            }
            types.add(known);
        }
        return types;
    }

    /** Whether a value is of one of some types; of none it always is. */
    static boolean fits(@Nullable Object value, Set<String> types) {
        return types.isEmpty() || types.stream().anyMatch(type -> fits(value, type));
    }

    private static boolean fits(@Nullable Object value, String type) {
        return switch (type) {
            case TEXT -> value instanceof String;
            case WHOLE -> isWhole(value);
            case NUMBER -> value instanceof Number;
            case FLAG -> value instanceof Boolean;
            case LIST -> value instanceof List;
            case OBJECT -> value instanceof Map;
            default -> value == null;
        };
    }

    /** Whether it is a number without a fraction: to JSON Schema 3.0 is one. */
    static boolean isWhole(@Nullable Object value) {
        return value instanceof Long
                || value instanceof Integer
                || (value instanceof Number number && isWhole(new BigDecimal(number.toString())));
    }

    private static boolean isWhole(BigDecimal number) {
        // A scale of a million digits is not to be spelled out.
        return number.scale() <= 0
                || (number.scale() <= 400 && number.stripTrailingZeros().scale() <= 0);
    }

    /** What a value is, for a reason. */
    static String named(@Nullable Object value) {
        return switch (value) {
            case null -> NULL;
            case String text -> TEXT;
            case Boolean flag -> FLAG;
            case Number number -> isWhole(number) ? WHOLE : NUMBER;
            case List<?> list -> LIST;
            default -> OBJECT;
        };
    }
}
