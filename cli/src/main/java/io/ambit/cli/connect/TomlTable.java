package io.ambit.cli.connect;

import io.ambit.core.error.InvalidInputException;
import io.ambit.core.text.JsonTree;
import io.ambit.core.text.Utf8;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.toml.TomlMapper;

/**
 * A table at the end of a TOML file.
 *
 * @param names of the tables that lead to it, its own last; each a bare key
 * @param values texts, whole numbers, lists of texts, and maps of texts
 */
record TomlTable(List<String> names, Map<String, Object> values) implements ConfigEntry {
    TomlTable {
        names = List.copyOf(names);
    }

    @Override
    public State state(byte[] file) {
        JsonNode found = parse(file).at("/" + String.join("/", names));
        if (found.isMissingNode()) {
            return State.MISSING;
        }
        return canonical(found).equals(canonical(JsonMapper.shared().readTree(JsonTree.write(values))))
                ? State.PRESENT
                : State.DIFFERENT;
    }

    /** Whether a number was read as a long or an integer is no difference. */
    private static JsonNode canonical(JsonNode node) {
        return JsonMapper.shared().readTree(node.toString());
    }

    @Override
    public Insertion insertion(byte[] file) {
        String text = Utf8.decode(file);
        String newline = text.contains("\r\n") ? "\r\n" : "\n";
        StringBuilder out = new StringBuilder();
        if (!text.isEmpty()) {
            out.append(text.endsWith("\n") ? "" : newline).append(newline);
        }
        out.append(header()).append(newline);
        values.forEach((key, value) ->
                out.append(key).append(" = ").append(written(value)).append(newline));
        return new Insertion(file.length, out.toString());
    }

    @Override
    public Optional<byte[]> without(byte[] file, String written) {
        JsonNode before = parse(file);
        if (before.at("/" + String.join("/", names)).isMissingNode()) {
            return Optional.empty();
        }
        StringBuilder kept = new StringBuilder();
        boolean own = false;
        String text = Utf8.decode(file);
        for (int start = 0; start < text.length(); ) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline + 1;
            String bare = text.substring(start, end).strip();
            own = bare.equals(header()) || (own && !bare.startsWith("["));
            kept.append(own ? "" : text.substring(start, end));
            start = end;
        }
        byte[] after = Utf8.encode(kept.toString());
        JsonNode parent = before.at("/" + String.join("/", names.subList(0, names.size() - 1)));
        ((ObjectNode) parent).remove(names.getLast());
        JsonNode left = parse(after);
        if (!left.equals(before) && !left.equals(pruned(before))) {
            throw new InvalidInputException("[" + String.join(".", names)
                    + "] was changed and cannot be taken out by itself: please take it out by hand");
        }
        return Optional.of(after);
    }

    /** Without the table around it, where nothing else was in that. */
    private JsonNode pruned(JsonNode tree) {
        JsonNode copy = tree.deepCopy();
        if (copy instanceof ObjectNode root && root.path(names.getFirst()).isEmpty()) {
            root.remove(names.getFirst());
        }
        return copy;
    }

    private String header() {
        return "[" + String.join(".", names) + "]";
    }

    static JsonNode parse(byte[] file) {
        try {
            return new TomlMapper().readTree(Utf8.decode(file));
        } catch (JacksonException e) {
            throw new InvalidInputException("no TOML that can be read: " + e.getOriginalMessage(), e);
        }
    }

    private static String written(Object value) {
        return switch (value) {
            case Number number -> number.toString();
            case List<?> items -> items.stream().map(TomlTable::written).collect(Collectors.joining(", ", "[", "]"));
            case Map<?, ?> members ->
                members.entrySet().stream()
                        .map(member -> member.getKey() + " = " + written(member.getValue()))
                        .collect(Collectors.joining(", ", "{ ", " }"));
            // The escapes of JSON are those of TOML.
            default -> JsonTree.write(value.toString());
        };
    }
}
