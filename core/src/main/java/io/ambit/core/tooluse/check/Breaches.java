package io.ambit.core.tooluse.check;

import io.ambit.core.spi.SchemaValidator.Breach;
import io.ambit.core.text.JsonTree;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Breaches of a schema in the words of {@link Fault}, each place once, causes before what follows from them. */
final class Breaches {
    private static final int LONGEST = 80;

    private Breaches() {}

    /** A breach, told. */
    record Told(Fault fault, String path, String reason) {}

    static List<Told> told(List<Breach> breaches, Map<String, Object> arguments, SchemaPlaces schema) {
        Set<String> wrongTypes = new HashSet<>();
        breaches.stream()
                .filter(breach -> breach.keyword().equals("type"))
                .forEach(breach -> wrongTypes.add(breach.path()));
        return breaches.stream()
                .filter(breach -> breach.keyword().equals("type")
                        || !wrongTypes.contains(breach.path())
                        || breach.keyword().equals("required")
                        || breach.keyword().equals("additionalProperties"))
                .map(breach -> told(breach, arguments, schema))
                .distinct()
                .sorted(Comparator.comparing(Told::fault))
                .toList();
    }

    private static Told told(Breach breach, Map<String, Object> arguments, SchemaPlaces schema) {
        String path = breach.path();
        String inner = path + '/' + TreeEdit.escaped(breach.property());
        return switch (breach.keyword()) {
            case "required", "dependentRequired" ->
                new Told(Fault.MISSING_REQUIRED, inner, "`" + plain(inner) + "` is missing");
            case "additionalProperties", "unevaluatedProperties", "propertyNames" ->
                new Told(
                        Fault.UNEXPECTED_PARAMETER,
                        inner,
                        "`" + plain(inner) + "` is unknown, expected one of "
                                + cut(String.join(", ", schema.properties(path).keySet())));
            case "type" ->
                new Told(
                        Fault.WRONG_TYPE,
                        path,
                        "`" + plain(path) + "` is " + shown(TreeEdit.at(arguments, path)) + ", expected "
                                + String.join(" or ", schema.types(path)));
            case "enum", "const" -> {
                List<@Nullable Object> listed = schema.listed(path);
                Object value = TreeEdit.at(arguments, path);
                boolean isOther = listed.stream().noneMatch(each -> kind(each).equals(kind(value)));
                yield new Told(
                        isOther || isCoerced(value, schema.types(path)) ? Fault.WRONG_TYPE : Fault.BAD_ENUM,
                        path,
                        "`" + plain(path) + "` is " + shown(value) + ", expected one of "
                                + cut(JsonTree.write(listed)));
            }
            default ->
                new Told(
                        Fault.WRONG_VALUE,
                        path,
                        "`" + plain(path) + "` breaks " + breach.keyword() + ": " + cut(breach.message()));
        };
    }

    private static boolean isCoerced(@Nullable Object value, Set<String> types) {
        return value instanceof String text
                && !types.contains(LenientTypes.TEXT)
                && types.stream().anyMatch(type -> !Coercion.to(type, text).isEmpty());
    }

    private static String kind(@Nullable Object value) {
        return value instanceof Number ? LenientTypes.NUMBER : LenientTypes.named(value);
    }

    private static String shown(@Nullable Object value) {
        return LenientTypes.named(value) + " " + cut(JsonTree.write(value));
    }

    /** A place as people write it: {@code /filter/0/name} is {@code filter.0.name}. */
    static String plain(String pointer) {
        return pointer.isEmpty() ? "the arguments" : cut(String.join(".", TreeEdit.steps(pointer)));
    }

    /** Something that was given, on one line: it can pass for nothing else. */
    static String cut(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints()
                .limit(LONGEST)
                .forEach(c -> line.appendCodePoint(Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? ' ' : c));
        return text.codePointCount(0, text.length()) > LONGEST ? line + "…" : line.toString();
    }
}
