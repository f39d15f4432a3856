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
    /** From this length of texts on, descriptions are cut to their first sentence. */
    private static final int WHOLE_DESCRIPTIONS = 900;

    private final List<Value.Obj> tools;
    private final String name;
    private final @Nullable String description;
    private final String schema;
    private final @Nullable String group;
    private int missing;

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

    /** A tool's signature; the first line, and the lines that continue its description. */
    String signature(int tool, Limits limits) {
        Value.Obj object = tools.get(tool);
        int string = limits.string();
        boolean whole = string >= WHOLE_DESCRIPTIONS;
        Parameters parameters = new Parameters(whole ? string : string <= 90 ? 40 : string / 2);
        StringBuilder out = new StringBuilder(call(object, parameters));
        String says = description == null ? "" : text(object, description);
        String shown = whole && says.length() <= string ? Sentences.lines(says) : firstSentence(says, string);
        missing += parameters.missing();
        if (!shown.isEmpty()) {
            out.append(" - ").append(shown);
        }
        return out.append(others(object)).append(object.cut() ? "…" : "").toString();
    }

    private String firstSentence(String text, int max) {
        String flat = Sentences.flat(text);
        String first = Sentences.first(flat);
        String shown = Sentences.shortened(first, max);
        missing += flat.length() - shown.length();
        return shown.length() < flat.length() && !shown.endsWith("…") ? shown + "…" : shown;
    }

    /** Characters of descriptions that the signatures so far left out. */
    int missing() {
        return missing;
    }

    /** A tool's name and parameters without any description. */
    String bare(int tool) {
        return call(tools.get(tool), new Parameters(0));
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
