package io.ambit.core.compress.structured;

import io.ambit.core.text.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Objects as what identifies them: their short scalars with telling names, two to four of them. */
record IndexRows(String header, List<String> lines) {
    private static final int MAX_CELL = 100;
    private static final int MAX_COLUMNS = 4;
    private static final int SAMPLE = 200;
    private static final List<String> TELLING = List.of(
            "id", "name", "title", "path", "url", "uri", "link", "href", "key", "status", "number", "code", "file");

    static final IndexRows NONE = new IndexRows("", List.of());

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** The index of {@code rows}; of nothing where they have nothing that identifies them. Stops beyond {@code max}. */
    static IndexRows of(List<Value.Obj> rows, int max) {
        Map<String, Integer> scores = new LinkedHashMap<>();
        List<Value.Obj> sample = rows.subList(0, Math.min(rows.size(), SAMPLE));
        for (Value.Obj row : sample) {
            for (Value.Field field : row.fields()) {
                if (isShort(field.value())) {
                    scores.merge(field.name(), 1, Integer::sum);
                }
            }
        }
        List<String> columns = new ArrayList<>();
        for (int pass = 0; pass < 2; pass++) {
            for (Map.Entry<String, Integer> entry : scores.entrySet()) {
                boolean wanted = pass == 0 ? isTelling(entry.getKey()) : columns.isEmpty();
                if (wanted && columns.size() < MAX_COLUMNS && entry.getValue() * 2 >= sample.size()) {
                    columns.add(entry.getKey());
                }
            }
        }
        Cells cells = new Cells(Limits.NONE.withString(MAX_CELL));
        if (columns.isEmpty()) {
            return NONE;
        }
        List<String> lines = new ArrayList<>();
        int length = 0;
        for (Value.Obj row : rows) {
            if (length > max) {
                break;
            }
            List<String> line = new ArrayList<>();
            for (String column : columns) {
                Value value = row.get(column);
                line.add(value == null || !isShort(value) ? "" : cells.inline(value, ",", 0));
            }
            String joined = Cells.joined(line, ",");
            lines.add(joined.isEmpty() ? "-" : joined);
            length += joined.length() + 1;
        }
        return new IndexRows(String.join(",", columns), lines);
    }

    private static boolean isShort(Value value) {
        return switch (value) {
            case Value.Str text -> !text.text().isBlank() && text.text().length() <= MAX_CELL;
            case Value.Num number -> number.spelling().length() > 3;
            default -> false;
        };
    }

    private static boolean isTelling(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (String word : TELLING) {
            if (lower.endsWith(word)) {
                return true;
            }
        }
        return false;
    }
}
