package io.ambit.core.compress.structured;

import io.ambit.core.text.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A list of tools: objects of few fields with a name, a description and a schema of parameters. Printed as signatures,
 * {@code name(parameters) - description}, under their group (a server, say) where they have one.
 */
final class Catalogue {
    private static final int MAX_FIELDS = 8;
    private static final int MAX_NAME = 100;
    private static final int SENTENCE = 300;

    private final List<Value.Obj> tools;
    private final String name;
    private final @Nullable String description;
    private final String schema;
    private final @Nullable String group;

    private Catalogue(
            List<Value.Obj> tools, String name, @Nullable String description, String schema, @Nullable String group) {
        this.tools = tools;
        this.name = name;
        this.description = description;
        this.schema = schema;
        this.group = group;
    }

    /** The catalogue that {@code items} are, or null where they are none. */
    static @Nullable Catalogue of(List<Value.Obj> items) {
        List<Value.Obj> tools = items.stream().map(Catalogue::inner).toList();
        Set<String> names = new LinkedHashSet<>();
        for (Value.Obj tool : tools) {
            if (tool.fields().size() > MAX_FIELDS || tool.fields().isEmpty()) {
                return null;
            }
            tool.fields().forEach(field -> names.add(field.name()));
        }
        String schema = null;
        String description = null;
        String name = null;
        String group = null;
        int distinct = 0;
        for (String field : names) {
            String lower = field.toLowerCase(Locale.ROOT);
            if (schema == null && isSchemaName(lower) && holdsSchemas(tools, field)) {
                schema = field;
            } else if (description == null && lower.contains("desc")) {
                description = field;
            } else if (lower.endsWith("name") && areNames(tools, field)) {
                int values = distinct(tools, field);
                // The name tells the tools apart; another one, of their server, groups them.
                if (name == null || values > distinct || (values == distinct && lower.contains("tool"))) {
                    group = name;
                    name = field;
                    distinct = values;
                } else {
                    group = field;
                }
            }
        }
        return schema == null || name == null || (description == null && tools.size() < 3)
                ? null
                : new Catalogue(tools, name, description, schema, group);
    }

    /** The tool in a wrapper like {@code {type: function, function: {...}}}. */
    private static Value.Obj inner(Value.Obj item) {
        return item.fields().size() == 2
                        && item.get("type") instanceof Value.Str type
                        && item.get(type.text()) instanceof Value.Obj tool
                ? tool
                : item;
    }

    private static boolean isSchemaName(String lower) {
        return lower.contains("schema")
                || lower.startsWith("param")
                || lower.startsWith("arg")
                || lower.equals("inputs");
    }

    private static boolean holdsSchemas(List<Value.Obj> tools, String field) {
        int present = 0;
        for (Value.Obj tool : tools) {
            Value value = tool.get(field);
            if (value instanceof Value.Obj) {
                present++;
            } else if (value != null && !value.isEmpty() && !(value instanceof Value.Str text && text.cut())) {
                return false;
            }
        }
        return present > 0 && present * 10 >= (tools.size() - 1) * 8;
    }

    private static boolean areNames(List<Value.Obj> tools, String field) {
        for (Value.Obj tool : tools) {
            Value value = tool.get(field);
            if (value == null && tool.cut()) {
                continue;
            }
            if (!(value instanceof Value.Str text)
                    || text.isEmpty()
                    || text.text().length() > MAX_NAME
                    || text.text().indexOf('\n') >= 0) {
                return false;
            }
        }
        return true;
    }

    private static int distinct(List<Value.Obj> tools, String field) {
        Set<Value> values = new HashSet<>();
        tools.forEach(tool -> values.add(tool.get(field) instanceof Value.Str text ? text : Value.Null.VALUE));
        return values.size();
    }

    /** What the lines mean, as a header. */
    String header() {
        return (group == null ? "" : "# " + group + "; ") + name + "(" + schema
                + ": parameter: type unless string, description; ? optional)"
                + (description == null ? "" : " - " + description);
    }

    int size() {
        return tools.size();
    }

    /** The group of a tool, or "" where it has none. */
    String group(int tool) {
        return group == null ? "" : text(tools.get(tool), group);
    }

    /** A tool's signature; its first line, and the lines that continue its description. */
    Signature signature(int tool, Limits limits) {
        Value.Obj object = tools.get(tool);
        boolean whole = limits.description() == Integer.MAX_VALUE;
        int each = limits.string() <= 160 ? Math.min(limits.description(), limits.string() / 2) : limits.description();
        Parameters parameters = new Parameters(each);
        String says = description == null ? "" : text(object, description);
        String flat = Sentences.flat(says);
        String shown = whole ? Sentences.lines(says) : firstSentence(flat, Math.min(limits.string(), SENTENCE));
        String text = call(object, parameters)
                + (shown.isEmpty() ? "" : " - " + shown)
                + others(object)
                + (object.cut() ? "…" : "");
        return new Signature(text, parameters.missing() + Math.max(0, flat.length() - shown.length()));
    }

    private static String firstSentence(String flat, int max) {
        String shown = Sentences.shortened(Sentences.first(flat), max);
        return shown.length() < flat.length() && !shown.endsWith("…") ? shown + "…" : shown;
    }

    /** A tool's name and parameters without any description. */
    Signature bare(int tool) {
        Value.Obj object = tools.get(tool);
        Parameters parameters = new Parameters(0);
        String call = call(object, parameters);
        int says = description == null
                ? 0
                : Sentences.flat(text(object, description)).length();
        return new Signature(call, parameters.missing() + says);
    }

    private String call(Value.Obj tool, Parameters parameters) {
        String called = text(tool, name);
        return called + "(" + (tool.get(schema) instanceof Value.Obj object ? parameters.of(object) : "") + ")";
    }

    private String others(Value.Obj tool) {
        List<Value.Field> others = new ArrayList<>();
        for (Value.Field field : tool.fields()) {
            String each = field.name();
            boolean said = each.equals(name)
                    || each.equals(description)
                    || each.equals(group)
                    || (each.equals(schema)
                            && (field.value() instanceof Value.Obj
                                    || field.value().isEmpty()));
            if (!said && !field.value().isEmpty()) {
                others.add(field);
            }
        }
        return others.isEmpty() ? "" : " " + new Cells(Limits.NONE).inline(new Value.Obj("", others, false), "", 0);
    }

    private static String text(Value.Obj tool, String field) {
        return tool.get(field) instanceof Value.Str text ? text.text() + (text.cut() ? "…" : "") : "";
    }
}
