package io.ambit.core.compress.structured;

import io.ambit.core.text.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values on one line: {@code {a:1,b:[x,y]}}, and the cells of a row as its {@link Shape} orders them. Empty cells at the
 * end of a row are left out.
 */
final class Cells {
    private static final String CONTAINER = ",]}";
    private static final String CUT = "…";
    /** In an object on one line, a colon in a name is told from the one after it by what follows. */
    private static final String SPECIAL_IN_NAMES = ",{}[]";

    private static final int MAX_NUMBERS = 24;
    private static final int SOME_NUMBERS = 6;
    private static final int MAX_NAMES = 240;

    private final Limits limits;

    Cells(Limits limits) {
        this.limits = limits;
    }

    /** A value among others that {@code separators} divide. */
    String inline(Value value, String separators, int depth) {
        return switch (value) {
            case Value.Str text -> text(text, "", separators);
            case Value.Num number -> number.spelling();
            case Value.Bool bool -> Boolean.toString(bool.value());
            case Value.Null ignored -> "null";
            case Value.Arr array -> list(array, depth);
            case Value.Obj object -> object(object, depth);
        };
    }

    /** The value of the field {@code name}. */
    String named(Value value, String name, String separators, int depth) {
        return value instanceof Value.Str text ? text(text, name, separators) : inline(value, separators, depth);
    }

    private String text(Value.Str text, String name, String separators) {
        String shown = Stubs.of(text.text().strip(), limits.text(name, text.text()));
        return (shown.isEmpty() && text.cut() ? "" : Texts.quoted(shown, separators)) + (text.cut() ? CUT : "");
    }

    private String list(Value.Arr array, int depth) {
        int size = array.items().size();
        boolean objects = size > 1 && array.items().getFirst() instanceof Value.Obj;
        if (size > 1 && depth + (objects ? 1 : 0) >= limits.nest()) {
            return "[… " + size + " items]";
        }
        boolean numbers = limits.string() < Integer.MAX_VALUE
                && size > MAX_NUMBERS
                && array.items().stream().allMatch(Value.Num.class::isInstance);
        int whole = numbers ? Math.min(limits.rows(), SOME_NUMBERS) : Math.min(size, Math.max(limits.rows(), 3));
        StringBuilder out = new StringBuilder("[");
        for (int i = 0; i < whole; i++) {
            out.append(i == 0 ? "" : ",").append(inline(array.items().get(i), CONTAINER, depth + 1));
        }
        if (whole < size) {
            out.append(",… ").append(TablePrint.counted(size - whole, numbers ? "number" : "item"));
        } else if (array.cut()) {
            out.append(size == 0 || out.charAt(out.length() - 1) == '…' ? "" : ",")
                    .append(size > 0 && out.charAt(out.length() - 1) == '…' ? "" : CUT);
        }
        return out.append(']').toString();
    }

    private String object(Value.Obj object, int depth) {
        if (depth >= limits.nest() && object.fields().size() > 1) {
            return named(object.fields());
        }
        List<String> parts = new ArrayList<>();
        for (Value.Field field : object.fields()) {
            if (!field.value().isEmpty()) {
                String name = Texts.quoted(field.name(), SPECIAL_IN_NAMES);
                parts.add(name + ":" + named(field.value(), field.name(), CONTAINER, depth + 1));
            }
        }
        if (object.cut() && (parts.isEmpty() || !parts.getLast().endsWith(CUT))) {
            parts.add(CUT);
        }
        return object.type() + "{" + String.join(",", parts) + "}";
    }

    /** Fields of which only the names are said. */
    static String named(List<Value.Field> fields) {
        List<String> names = new ArrayList<>();
        int length = 0;
        for (int i = 0; i < fields.size() && length < MAX_NAMES; i++) {
            names.add(fields.get(i).name());
            length += fields.get(i).name().length() + 2;
        }
        return "{…" + fields.size() + " keys: " + String.join(", ", names)
                + (names.size() < fields.size() ? ", …}" : "}");
    }

    /** The cells of a row, one a column, then what it has beyond the columns. */
    List<String> row(Shape.Rec rec, Value.Obj row, String separators, int depth) {
        List<String> cells = new ArrayList<>();
        for (Shape.Column column : rec.columns()) {
            cells.add(cell(column, row.get(column.name()), separators, depth));
        }
        if (rec.rest()) {
            cells.add(rest(rec, row, depth));
        }
        if (row.cut()) {
            breakOff(cells);
        }
        return cells;
    }

    /** Says after the last cell that has something that the source breaks off in this row. */
    private static void breakOff(List<String> cells) {
        int last = cells.size() - 1;
        while (last > 0 && cells.get(last).isEmpty()) {
            last--;
        }
        if (!cells.get(last).endsWith(CUT)) {
            cells.set(last, cells.get(last) + CUT);
        }
    }

    private String rest(Shape.Rec rec, Value.Obj row, int depth) {
        List<Value.Field> others = new ArrayList<>();
        for (Value.Field field : row.fields()) {
            if (!field.value().isEmpty()
                    && rec.columns().stream().noneMatch(column -> column.name().equals(field.name()))) {
                others.add(field);
            }
        }
        return others.isEmpty() ? "" : object(new Value.Obj("", others, false), depth + 1);
    }

    private String cell(Shape.Column column, @Nullable Value value, String separators, int depth) {
        if (value == null || value.isEmpty()) {
            return "";
        }
        Shape shape = column.shape();
        if (shape instanceof Shape.Rec rec && value instanceof Value.Obj object) {
            return joined(row(rec, object, separators + "|", depth + 1), "|");
        }
        if (shape instanceof Shape.Rows rows && value instanceof Value.Arr array) {
            return rows(rows.row(), array, depth);
        }
        if (shape instanceof Shape.Keyed keyed && value instanceof Value.Obj object) {
            return keyed(keyed, object, depth);
        }
        return named(value, column.name(), separators, depth + 1);
    }

    private String rows(Shape.Rec rec, Value.Arr array, int depth) {
        int size = array.items().size();
        if (depth >= limits.nest() && size > 1) {
            return "[… " + size + " items]";
        }
        int whole = Math.min(size, Math.max(limits.rows(), 2));
        List<String> lines = new ArrayList<>();
        for (Value item : array.items().subList(0, whole)) {
            lines.add(item instanceof Value.Obj object ? joined(row(rec, object, ",;]", depth + 1), ",") : "");
        }
        if (whole < size) {
            lines.add("… " + TablePrint.counted(size - whole, "item"));
        } else if (array.cut()) {
            lines.add(CUT);
        }
        return "[" + String.join(";", lines) + "]";
    }

    private String keyed(Shape.Keyed keyed, Value.Obj object, int depth) {
        List<String> lines = new ArrayList<>();
        for (Value.Field field : object.fields()) {
            if (field.value() instanceof Value.Obj row) {
                String cells = joined(row(keyed.row(), row, ",;}", depth + 1), ",");
                lines.add(keyed.keyed() ? Texts.quoted(field.name(), ":,;{}") + ":" + cells : cells);
            }
        }
        if (object.cut()) {
            lines.add(CUT);
        }
        return "{" + String.join(";", lines) + "}";
    }

    /** Cells in a row, without the empty ones at its end. */
    static String joined(List<String> cells, String separator) {
        int last = cells.size();
        while (last > 0 && cells.get(last - 1).isEmpty()) {
            last--;
        }
        return String.join(separator, cells.subList(0, last));
    }
}
