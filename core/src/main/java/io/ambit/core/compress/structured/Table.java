package io.ambit.core.compress.structured;

import io.ambit.core.text.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Like objects as rows under a header. A column whose cell is the same in every row is said once beside the header and
 * left out of the rows; a row that stands further up is said by its first cell.
 */
final class Table {
    private static final int MIN_REPEAT = 24;

    private final Shape.Rec rec;
    private final List<List<String>> rows = new ArrayList<>();
    private int length;

    Table(Shape.Rec rec) {
        this.rec = rec;
    }

    void add(Value.Obj row, Cells cells) {
        put(cells.row(rec, row, ",", 0));
    }

    private void put(List<String> row) {
        rows.add(row);
        row.forEach(cell -> length += cell.length() + 1);
    }

    /** Characters of all rows. */
    int length() {
        return length;
    }

    /** A row with its key, which stands first. */
    void add(String key, Value.Obj row, Cells cells) {
        List<String> line = new ArrayList<>();
        line.add(Texts.quoted(key, ","));
        line.addAll(cells.row(rec, row, ",", 0));
        put(line);
    }

    int size() {
        return rows.size();
    }

    /** Takes the cells that all rows share out of them; returns what to say of them, "" for nothing. */
    String hoist(boolean keyed) {
        int first = keyed ? 1 : 0;
        List<String> shared = new ArrayList<>();
        Set<Integer> gone = new HashSet<>();
        for (int column = first; rows.size() > 1 && column < rec.columns().size() + first; column++) {
            String name = Header.name(rec.columns().get(column - first).name());
            String cell = common(column);
            if (cell != null && rows.size() * (cell.length() + 1) > name.length() + cell.length() + 4) {
                shared.add(name + "=" + cell);
                gone.add(column);
            }
        }
        if (gone.isEmpty() || gone.size() == rec.columns().size() + first) {
            return "";
        }
        for (List<String> row : rows) {
            List<String> kept = new ArrayList<>();
            for (int column = 0; column < row.size(); column++) {
                if (!gone.contains(column)) {
                    kept.add(row.get(column));
                }
            }
            row.clear();
            row.addAll(kept);
        }
        return " all " + String.join(",", shared);
    }

    private @Nullable String common(int column) {
        String cell = rows.getFirst().get(column);
        if (cell.isEmpty()) {
            return null;
        }
        for (List<String> row : rows) {
            if (column >= row.size() || !row.get(column).equals(cell)) {
                return null;
            }
        }
        return cell;
    }

    /** The rows as lines, in order. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            String line = Cells.joined(row, ",");
            lines.add(line.isEmpty() ? "-" : line);
        }
        Map<String, String> lineOf = new HashMap<>();
        Set<String> ambiguous = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            String before = lineOf.putIfAbsent(rows.get(i).getFirst(), lines.get(i));
            if (before != null && !before.equals(lines.get(i))) {
                ambiguous.add(rows.get(i).getFirst());
            }
        }
        Map<String, Integer> seen = new HashMap<>();
        List<String> out = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            String key = rows.get(i).getFirst();
            Integer earlier = seen.putIfAbsent(line, i + 1);
            boolean named = key.length() > 2 && !ambiguous.contains(key);
            out.add(
                    earlier == null || line.length() < MIN_REPEAT
                            ? line
                            : named ? key + " = as above" : "= row " + earlier);
        }
        return out;
    }
}
