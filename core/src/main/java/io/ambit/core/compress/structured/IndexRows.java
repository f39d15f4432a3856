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
    private static final List<String> TELLING = List.of(
            "id", "name", "title", "path", "url", "uri", "link", "href", "key", "status", "number", "code", "file");

    static IndexRows of(List<Value.Obj> rows) {
        Map<String, Integer> scores = new LinkedHashMap<>();
        for (Value.Obj row : rows) {
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
                if (wanted && columns.size() < MAX_COLUMNS && entry.getValue() * 2 >= rows.size()) {
                    columns.add(entry.getKey());
                }
            }
        }
        Cells cells = new Cells(Limits.NONE.withString(MAX_CELL));
        List<String> lines = new ArrayList<>();
        for (Value.Obj row : rows) {
            List<String> line = new ArrayList<>();
            for (String column : columns) {
                Value value = row.get(column);
                line.add(value == null || !isShort(value) ? "" : cells.inline(value, ",", 0));
            }
            String joined = Cells.joined(line, ",");
            lines.add(joined.isEmpty() ? "-" : joined);
        }
        return new IndexRows(columns.isEmpty() ? "their number" : String.join(",", columns), lines);
    }

    private static boolean isShort(Value value) {
        return switch (value) {
            case Value.Str text -> !text.isEmpty() && text.text().length() <= MAX_CELL;
            case Value.Num ignored -> true;
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
