package io.ambit.cli.connect;

import io.ambit.core.error.InvalidInputException;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonTree;
import io.ambit.core.text.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a JSON file is written: its line ends and its indentation, which what is put into it takes over. */
final class JsonLayout {
    private static final String USUAL = "  ";

    private final byte[] file;
    private final String newline;

    JsonLayout(byte[] file) {
        this.file = file;
        this.newline = new String(file, StandardCharsets.ISO_8859_1).contains("\r\n") ? "\r\n" : "\n";
    }

    /** Whether there is nothing in it yet. */
    boolean isBlank() {
        return Utf8.decode(file).isBlank();
    }

    /**
     * Puts a value in as the first at the end of a path, whose missing parts are made.
     *
     * @param item whether the value is an item of the array there, else the last name is that of the value
     */
    Insertion first(List<String> names, Object value, boolean item) {
        if (isBlank()) {
            return new Insertion(0, written(nested(names, value, item), "", USUAL) + newline);
        }
        Json document = CommentedJson.parse(file);
        List<String> containers = item ? names : names.subList(0, names.size() - 1);
        JsonPlace.Walk walk = JsonPlace.walk(document, containers);
        List<String> missing = names.subList(walk.reached(), names.size());
        boolean intoArray = missing.isEmpty();
        if (intoArray != walk.place().container() instanceof Json.Arr) {
            throw new InvalidInputException(
                    "expected " + (intoArray ? "an array" : "an object") + " at '" + String.join(".", names) + "'");
        }
        String name = intoArray ? null : missing.get(0);
        Object content = intoArray ? value : nested(missing.subList(1, missing.size()), value, item);
        String unit = unit(document);
        return at(walk.place(), name, content, unit);
    }

    private static Object nested(List<String> names, Object value, boolean item) {
        Object content = item ? List.of(value) : value;
        for (String name : names.reversed()) {
            content = Map.of(name, content);
        }
        return content;
    }

    private Insertion at(JsonPlace place, @Nullable String name, Object content, String unit) {
        String indent = place.indentOfItems(file);
        if (indent != null) {
            return new Insertion(
                    nextLine(place.container().start()), indent + entry(name, content, indent, unit) + "," + newline);
        }
        if (!place.isEmpty()) {
            String label = name == null ? "" : JsonTree.write(name) + ": ";
            return new Insertion(place.startOf(0), label + JsonTree.write(content) + ", ");
        }
        int start = place.container().start();
        String outer = indentOfLine(start);
        String inner = outer + unit;
        boolean closedOnOwnLine = nextLine(start) < place.container().end();
        return new Insertion(
                start + 1,
                newline + inner + entry(name, content, inner, unit) + (closedOnOwnLine ? "" : newline + outer));
    }

    private String entry(@Nullable String name, Object content, String indent, String unit) {
        return (name == null ? "" : JsonTree.write(name) + ": ") + written(content, indent, unit);
    }

    /** Objects take a line for each member; an array of plain values takes one line. */
    private String written(Object value, String indent, String unit) {
        if (value instanceof Map<?, ?> members && !members.isEmpty()) {
            Map<String, String> lines = new LinkedHashMap<>();
            members.forEach((name, each) -> lines.put(String.valueOf(name), written(each, indent + unit, unit)));
            StringBuilder out = new StringBuilder("{");
            lines.forEach((name, text) -> out.append(out.length() == 1 ? "" : ",")
                    .append(newline)
                    .append(indent)
                    .append(unit)
                    .append(JsonTree.write(name))
                    .append(": ")
                    .append(text));
            return out.append(newline).append(indent).append("}").toString();
        }
        if (value instanceof List<?> items && items.stream().anyMatch(Map.class::isInstance)) {
            StringBuilder out = new StringBuilder("[");
            for (Object each : items) {
                out.append(out.length() == 1 ? "" : ",")
                        .append(newline)
                        .append(indent)
                        .append(unit)
                        .append(written(each, indent + unit, unit));
            }
            return out.append(newline).append(indent).append("]").toString();
        }
        return value instanceof List<?> items
                ? items.stream().map(JsonTree::write).collect(Collectors.joining(", ", "[", "]"))
                : JsonTree.write(value);
    }

    private String unit(Json document) {
        String indent = new JsonPlace(document).indentOfItems(file);
        return indent == null || indent.isEmpty() ? USUAL : indent;
    }

    private String indentOfLine(int at) {
        int line = at;
        while (line > 0 && file[line - 1] != '\n' && file[line - 1] != '\r') {
            line--;
        }
        int end = line;
        while (end < at && (file[end] == ' ' || file[end] == '\t')) {
            end++;
        }
        return new String(file, line, end - line, StandardCharsets.US_ASCII);
    }

    /** The first byte of the line after the one of this byte; the file's end where there is none. */
    private int nextLine(int at) {
        int i = at;
        while (i < file.length && file[i] != '\n') {
            i++;
        }
        return Math.min(i + 1, file.length);
    }
}
