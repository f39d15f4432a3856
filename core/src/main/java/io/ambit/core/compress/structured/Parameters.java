package io.ambit.core.compress.structured;

import io.ambit.core.text.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a tool in a short spelling: {@code path; lines?: integer = 20, how many to read; mode?: r|w}. Read from
 * a JSON Schema, or from the {@code (Optional, integer) how many} that some servers print in its place. Strings are the
 * type that goes without saying. What a schema says of itself ({@code $schema}, a title that repeats the name, that no
 * other parameters are allowed) is left out; names, types, defaults and enumerated values always stay.
 */
final class Parameters {
    private static final int MAX_DEPTH = 6;
    private static final Set<String> SAID = Set.of(
            "type",
            "description",
            "properties",
            "required",
            "items",
            "enum",
            "const",
            "default",
            "anyOf",
            "oneOf",
            "$ref",
            "$schema");

    private final int description;
    private int missing;

    /** @param description characters of each parameter's description */
    Parameters(int description) {
        this.description = description;
    }

    /** How many characters of descriptions were left out so far. */
    int missing() {
        return missing;
    }

    String of(Value.Obj schema) {
        return members(schema, 0);
    }

    private String members(Value.Obj schema, int depth) {
        Value.Obj properties = properties(schema);
        Set<String> required = new HashSet<>();
        if (schema.get("required") instanceof Value.Arr names) {
            names.items().forEach(name -> required.add(name instanceof Value.Str text ? text.text() : ""));
        }
        boolean nested = !properties.equals(schema);
        List<String> parts = new ArrayList<>();
        for (Value.Field field : properties.fields()) {
            boolean optional = nested && !required.contains(field.name());
            parts.add(parameter(field, optional, depth));
        }
        String others = nested ? others(schema, "") : "";
        boolean described = parts.stream().anyMatch(part -> part.indexOf(',') >= 0 || part.indexOf(' ') >= 0);
        return String.join(described ? "; " : ", ", parts)
                + (others.isEmpty() ? "" : (parts.isEmpty() ? "" : "; ") + others)
                + (properties.cut() ? "…" : "");
    }

    /** Where a schema's parameters are: in its {@code properties}, or it is the map of them itself. */
    private static Value.Obj properties(Value.Obj schema) {
        if (schema.get("properties") instanceof Value.Obj properties) {
            return properties;
        }
        boolean empty =
                schema.get("type") instanceof Value.Str type && type.text().equals("object");
        return empty ? new Value.Obj("", List.of(), schema.cut()) : schema;
    }

    private String parameter(Value.Field field, boolean optional, int depth) {
        String name = Texts.quoted(field.name(), "?:;,()");
        if (field.value() instanceof Value.Str text) {
            return bracketed(name, text);
        }
        if (!(field.value() instanceof Value.Obj schema)) {
            return name + (optional ? "?" : "");
        }
        String type = type(schema, depth);
        Value given = schema.get("default");
        String others = others(schema, field.name());
        String says = schema.get("description") instanceof Value.Str text ? text.text() : "";
        return spelled(
                name + (optional ? "?" : ""),
                type,
                given == null || given.isEmpty() ? "" : " = " + inline(given),
                says,
                others);
    }

    /** {@code (Optional, integer) how many}. */
    private String bracketed(String name, Value.Str text) {
        String said = text.text().strip();
        int close = said.startsWith("(") ? said.indexOf(')') : -1;
        if (close < 0) {
            return spelled(name, "", "", said + (text.cut() ? "…" : ""), "");
        }
        boolean optional = false;
        List<String> types = new ArrayList<>();
        for (String word : said.substring(1, close).split(",", -1)) {
            String trimmed = word.strip();
            if (trimmed.toLowerCase(Locale.ROOT).equals("optional")) {
                optional = true;
            } else if (!trimmed.equals("string") && !trimmed.equals("required")) {
                types.add(trimmed);
            }
        }
        String says = said.substring(close + 1).strip() + (text.cut() ? "…" : "");
        return spelled(name + (optional ? "?" : ""), String.join(" ", types), "", says, "");
    }

    private String spelled(String name, String type, String given, String description, String others) {
        String says = described(description);
        StringBuilder out = new StringBuilder(name);
        if (!type.isEmpty()) {
            out.append(": ").append(type);
        }
        out.append(given);
        if (!says.isEmpty()) {
            out.append(type.isEmpty() ? ": " : ", ").append(says);
        }
        return out.append(others.isEmpty() ? "" : " " + others).toString();
    }

    private String described(String text) {
        String said = Sentences.flat(text);
        // The semicolon after it ends it as well.
        String flat = said.endsWith(".") ? said.substring(0, said.length() - 1) : said;
        String shown = Sentences.shortened(flat, description);
        missing += flat.length() - (shown.endsWith("…") ? shown.length() - 1 : shown.length());
        return shown;
    }

    private String type(Value.Obj schema, int depth) {
        if (schema.get("enum") instanceof Value.Arr values) {
            return alternatives(values.items().stream().map(Parameters::inline).toList());
        }
        if (schema.get("const") != null) {
            return inline(schema.get("const"));
        }
        for (String several : List.of("anyOf", "oneOf")) {
            if (schema.get(several) instanceof Value.Arr choices) {
                List<String> types = new ArrayList<>();
                for (Value choice : choices.items()) {
                    String type = choice instanceof Value.Obj object ? type(object, depth + 1) : inline(choice);
                    types.add(type.isEmpty() ? "string" : type);
                }
                return alternatives(types);
            }
        }
        if (schema.get("$ref") instanceof Value.Str reference) {
            return reference.text().substring(reference.text().lastIndexOf('/') + 1);
        }
        Value type = schema.get("type");
        if (type instanceof Value.Arr types) {
            return alternatives(types.items().stream().map(Parameters::inline).toList());
        }
        String name = type instanceof Value.Str text ? text.text() : "";
        if (schema.get("items") instanceof Value.Obj items && depth < MAX_DEPTH) {
            String of = type(items, depth + 1);
            return (of.isEmpty() ? "string" : of) + "[]";
        }
        if (schema.get("properties") instanceof Value.Obj && depth < MAX_DEPTH) {
            return "{" + members(schema, depth + 1) + "}";
        }
        return name.equals("string") ? "" : name;
    }

    private static String alternatives(List<String> values) {
        return String.join("|", values);
    }

    /** What a schema says beside that, {@code (minimum 1, format uri)}, or "". */
    private static String others(Value.Obj schema, String name) {
        List<String> parts = new ArrayList<>();
        for (Value.Field field : schema.fields()) {
            boolean silent = SAID.contains(field.name())
                    || field.value().isEmpty()
                    || (field.name().equals("additionalProperties") && !(field.value() instanceof Value.Obj))
                    || (field.name().equals("title") && repeats(field.value(), name));
            if (!silent) {
                parts.add(field.name() + " " + inline(field.value()));
            }
        }
        return parts.isEmpty() ? "" : "(" + String.join(", ", parts) + ")";
    }

    private static boolean repeats(Value title, String name) {
        return title instanceof Value.Str text
                && (name.isEmpty() || letters(text.text()).equals(letters(name)));
    }

    private static String letters(String text) {
        StringBuilder out = new StringBuilder();
        text.chars().filter(Character::isLetterOrDigit).forEach(c -> out.append((char) Character.toLowerCase(c)));
        return out.toString();
    }

    private static String inline(@Nullable Value value) {
        return value == null ? "" : new Cells(Limits.NONE).inline(value, ",;|", 0);
    }
}
