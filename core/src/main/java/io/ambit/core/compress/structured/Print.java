package io.ambit.core.compress.structured;

import io.ambit.core.compress.Shown;
import io.ambit.core.text.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Prints a value: {@code name: value} lines indented by a space a level, lists of like objects as tables, texts of
 * several lines as blocks. Used once.
 */
final class Print {
    private static final int MAX_INLINE = 120;
    private static final int MIN_LABELLED = 18;
    private static final int MAX_LABELLED = 1_200;
    /** A record of fewer fields is short, of more is hard to read, without their names. */
    private static final int MIN_RECORD = 6;

    private static final int MAX_RECORD = 40;
    private static final int MAX_RECORD_TEXT = 120;

    private final StringBuilder out = new StringBuilder();
    private final Limits limits;
    private final Shown shown;
    private final int max;
    private final Cells cells;
    private final Map<String, String> defined = new HashMap<>();

    private Print(Limits limits, Shown shown, int max) {
        this.limits = limits;
        this.shown = shown;
        this.max = max;
        this.cells = new Cells(limits);
    }

    /** The print of {@code root}; may stop anywhere once it is longer than {@code max}. */
    static String of(Value root, Limits limits, Shown shown, int max) {
        Print print = new Print(limits, shown, max);
        if (root instanceof Value.Obj object && !object.isEmpty()) {
            print.root(object);
        } else if (root instanceof Value.Arr array && !array.isEmpty()) {
            print.items(array, 0);
        } else {
            print.out.append(print.cells.inline(root, "", 0));
        }
        return print.out.toString();
    }

    private boolean isFull() {
        return out.length() > max;
    }

    private void root(Value.Obj object) {
        Shape.Keyed keyed = Shape.ofKeyed(object);
        if (keyed != null) {
            keyed(keyed, object, 0);
        } else if (!record(object)) {
            fields(object, 0, 0);
        }
    }

    /** An object as a one-row table, where it is of the kind that comes again and again. */
    private boolean record(Value.Obj object) {
        Shape.Rec rec = object.cut() ? null : Shape.of(List.of(object));
        if (rec == null || rec.rest()) {
            return false;
        }
        String header = Header.of(rec);
        boolean known = header.equals(shown.definition(Header.label(header)));
        int leaves = leaves(rec);
        if (header.length() <= MIN_LABELLED
                || header.length() > MAX_LABELLED
                || (!known && (leaves < MIN_RECORD || leaves > MAX_RECORD || longestText(object) > MAX_RECORD_TEXT))) {
            return false;
        }
        header(header);
        Table table = new Table(rec);
        table.add(object, cells);
        line(0).append(table.lines().getFirst());
        return true;
    }

    private static int leaves(Shape.Rec rec) {
        int leaves = 0;
        for (Shape.Column column : rec.columns()) {
            leaves += switch (column.shape()) {
                case Shape.Leaf ignored -> 1;
                case Shape.Rec inner -> leaves(inner);
                case Shape.Rows rows -> leaves(rows.row());
                case Shape.Keyed keyed -> leaves(keyed.row());
            };
        }
        return leaves;
    }

    /** The length of the longest text in a value; one of several lines counts as endless. */
    private static int longestText(Value value) {
        return switch (value) {
            case Value.Str text ->
                text.text().indexOf('\n') >= 0 ? Integer.MAX_VALUE : text.text().length();
            case Value.Arr array ->
                array.items().stream().mapToInt(Print::longestText).max().orElse(0);
            case Value.Obj object ->
                object.fields().stream()
                        .mapToInt(field -> longestText(field.value()))
                        .max()
                        .orElse(0);
            default -> 0;
        };
    }

    private void header(String header) {
        String label = Header.label(header);
        String earlier = defined.getOrDefault(label, shown.definition(label));
        if (header.length() <= MIN_LABELLED || header.length() > MAX_LABELLED) {
            out.append('{').append(header).append('}');
        } else if (header.equals(earlier)) {
            out.append('{').append(label).append('}');
        } else if (earlier == null) {
            defined.put(label, header);
            out.append('{').append(label).append(':').append(header).append('}');
        } else {
            out.append('{').append(header).append('}');
        }
    }

    private void fields(Value.Obj object, int indent, int depth) {
        for (Value.Field field : object.fields()) {
            if (isFull()) {
                return;
            }
            boolean says = !field.value().isEmpty()
                    || (depth < 2 && (field.value() instanceof Value.Arr || field.value() instanceof Value.Obj));
            if (says) {
                line(indent).append(Texts.quoted(field.name(), ":")).append(':');
                value(field.value(), indent, depth + 1);
            }
        }
        if (object.cut()) {
            cutMark(indent);
        }
    }

    private void cutMark(int indent) {
        if (out.isEmpty() || out.charAt(out.length() - 1) != '…') {
            line(indent).append('…');
        }
    }

    /** A value after its name and a colon, or after a dash. */
    private void value(Value value, int indent, int depth) {
        if (value instanceof Value.Str text && text.text().indexOf('\n') >= 0) {
            block(text, indent + 1);
        } else if (value instanceof Value.Obj object && !object.isEmpty()) {
            object(object, indent, depth);
        } else if (value instanceof Value.Arr array && !array.isEmpty() && !isInline(array)) {
            items(array, indent + 1);
        } else {
            out.append(' ').append(cells.inline(value, "", depth));
        }
    }

    private void object(Value.Obj object, int indent, int depth) {
        Shape.Keyed keyed = Shape.ofKeyed(object);
        if (keyed != null) {
            keyed(keyed, object, indent + 1);
            return;
        }
        boolean short_ = object.fields().stream()
                .noneMatch(field -> isNested(field.value()) || longestText(field.value()) > MAX_INLINE);
        if (short_ || depth >= limits.depth()) {
            String inline = cells.inline(object, "", depth);
            if (inline.length() <= MAX_INLINE || depth >= limits.depth()) {
                out.append(' ').append(inline);
                return;
            }
        }
        fields(object, indent + 1, depth);
    }

    private static boolean isNested(Value value) {
        return (value instanceof Value.Obj object && !object.isEmpty())
                || (value instanceof Value.Arr array && array.items().stream().anyMatch(Print::isNested));
    }

    private boolean isInline(Value.Arr array) {
        int length = 0;
        for (Value item : array.items()) {
            boolean nested = item instanceof Value.Obj || item instanceof Value.Arr;
            if (nested
                    || (item instanceof Value.Str text
                            && (text.text().indexOf('\n') >= 0 || text.text().length() > MAX_INLINE))) {
                return false;
            }
            length++;
        }
        return length > 0;
    }

    private void block(Value.Str text, int indent) {
        out.append(" |");
        String content = Stubs.of(text.text().stripTrailing(), limits.string());
        content.lines().forEach(each -> line(each.isEmpty() ? 0 : indent).append(each));
        if (text.cut()) {
            out.append('…');
        }
    }

    private void items(Value.Arr array, int indent) {
        List<Value.Obj> objects = objects(array.items());
        Catalogue catalogue = objects == null ? null : Catalogue.of(objects);
        if (catalogue != null) {
            space();
            catalogue(catalogue, array.cut(), indent);
            return;
        }
        Shape.Rec rec = objects == null ? null : Shape.of(objects);
        if (objects != null && rec != null && isTabular(array)) {
            space();
            table(rec, objects, array.cut(), indent);
            return;
        }
        List<Value.Obj> grouped = new ArrayList<>();
        for (Value item : array.items()) {
            List<Value.Obj> group = item instanceof Value.Arr inner && !inner.cut() ? objects(inner.items()) : null;
            if (group == null) {
                list(array, indent);
                return;
            }
            grouped.addAll(group);
        }
        Shape.Rec all = Shape.of(grouped);
        if (all == null || !isTabular(array)) {
            list(array, indent);
            return;
        }
        space();
        groups(all, array, indent);
    }

    private void catalogue(Catalogue catalogue, boolean cut, int indent) {
        header(catalogue.header());
        int whole = Math.min(catalogue.size(), limits.rows());
        int bare = Math.min(catalogue.size() - whole, limits.index());
        String group = "";
        for (int tool = 0; tool < whole + bare && !isFull(); tool++) {
            if (!catalogue.group(tool).equals(group)) {
                group = catalogue.group(tool);
                line(indent).append("# ").append(group);
            }
            String signature = tool < whole ? catalogue.signature(tool, limits) : catalogue.bare(tool);
            signature.lines().forEach(each -> line(indent).append(each));
        }
        if (whole + bare < catalogue.size()) {
            line(indent).append("[… ").append(catalogue.size() - whole - bare).append(" more items]");
        } else if (cut) {
            cutMark(indent);
        }
        if (catalogue.missing() > 0 || bare > 0) {
            line(indent).append("[descriptions shortened");
            out.append(bare > 0 ? "; none for the last " + bare : "").append(']');
        }
    }

    private void space() {
        if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
            out.append(' ');
        }
    }

    private static @Nullable List<Value.Obj> objects(List<Value> items) {
        List<Value.Obj> objects = new ArrayList<>();
        for (Value item : items) {
            if (!(item instanceof Value.Obj object)) {
                return null;
            }
            objects.add(object);
        }
        return objects.isEmpty() ? null : objects;
    }

    /** Whether rows on one line each would read well: not where most of it is long text of several lines. */
    private static boolean isTabular(Value.Arr array) {
        long[] sizes = new long[2];
        measure(array, sizes);
        return sizes[0] * 2 <= sizes[1];
    }

    private static void measure(Value value, long[] sizes) {
        switch (value) {
            case Value.Str text -> {
                sizes[1] += text.text().length();
                sizes[0] += text.text().length() > MAX_INLINE && text.text().indexOf('\n') >= 0
                        ? text.text().length()
                        : 0;
            }
            case Value.Arr array -> array.items().forEach(item -> measure(item, sizes));
            case Value.Obj object -> object.fields().forEach(field -> measure(field.value(), sizes));
            default -> sizes[1] += 4;
        }
    }

    private void table(Shape.Rec rec, List<Value.Obj> rows, boolean cut, int indent) {
        Table table = new Table(rec);
        int whole = Math.min(rows.size(), limits.rows());
        for (Value.Obj row : rows.subList(0, whole)) {
            table.add(row, cells);
        }
        header(Header.of(rec));
        out.append(table.hoist(false));
        table.lines().forEach(each -> line(indent).append(each));
        index(rows.subList(whole, rows.size()), indent);
        if (cut && whole == rows.size()) {
            cutMark(indent);
        }
    }

    private void index(List<Value.Obj> rows, int indent) {
        int indexed = Math.min(rows.size(), limits.index());
        if (indexed > 0) {
            IndexRows index = IndexRows.of(rows.subList(0, indexed));
            line(indent)
                    .append('[')
                    .append(indexed)
                    .append(" more, only ")
                    .append(index.header())
                    .append(':');
            for (String each : index.lines()) {
                line(indent).append(each);
            }
            out.append(']');
        }
        if (indexed < rows.size()) {
            line(indent).append("[… ").append(rows.size() - indexed).append(" more items]");
        }
    }

    private void groups(Shape.Rec rec, Value.Arr array, int indent) {
        Table table = new Table(rec);
        List<Integer> sizes = new ArrayList<>();
        int whole = Math.min(array.items().size(), limits.rows());
        for (Value item : array.items().subList(0, whole)) {
            if (item instanceof Value.Arr group) {
                sizes.add(group.items().size());
                for (Value row : group.items()) {
                    if (row instanceof Value.Obj object) {
                        table.add(object, cells);
                    }
                }
            }
        }
        header(Header.of(rec));
        out.append(table.hoist(false))
                .append(" in ")
                .append(array.items().size())
                .append(" lists, -- between");
        List<String> lines = table.lines();
        int at = 0;
        for (int group = 0; group < sizes.size(); group++) {
            if (group > 0) {
                line(indent).append("--");
            }
            for (int i = 0; i < sizes.get(group); i++) {
                line(indent).append(lines.get(at++));
            }
        }
        if (whole < array.items().size()) {
            line(indent).append("[… ").append(array.items().size() - whole).append(" more lists]");
        } else if (array.cut()) {
            cutMark(indent);
        }
    }

    private void keyed(Shape.Keyed keyed, Value.Obj object, int indent) {
        Table table = new Table(keyed.row());
        int whole = Math.min(object.fields().size(), limits.rows());
        for (Value.Field field : object.fields().subList(0, whole)) {
            if (field.value() instanceof Value.Obj row) {
                if (keyed.keyed()) {
                    table.add(field.name(), row, cells);
                } else {
                    table.add(row, cells);
                }
            }
        }
        space();
        header(keyed.keyed() ? "key," + Header.of(keyed.row()) : Header.of(keyed.row()));
        out.append(table.hoist(keyed.keyed()));
        table.lines().forEach(each -> line(indent).append(each));
        if (whole < object.fields().size()) {
            Set<String> names = new HashSet<>();
            List<String> more = new ArrayList<>();
            for (Value.Field field :
                    object.fields().subList(whole, object.fields().size())) {
                if (names.add(field.name()) && more.size() < limits.index()) {
                    more.add(field.name());
                }
            }
            line(indent).append("[… ").append(object.fields().size() - whole).append(" more");
            out.append(more.isEmpty() ? "]" : ": " + String.join(", ", more) + "]");
        } else if (object.cut()) {
            cutMark(indent);
        }
    }

    private void list(Value.Arr array, int indent) {
        int size = array.items().size();
        int whole = Math.min(size, limits.rows());
        for (Value item : array.items().subList(0, whole)) {
            if (isFull()) {
                return;
            }
            line(indent).append('-');
            if (item instanceof Value.Obj object && !object.isEmpty() && Shape.ofKeyed(object) == null) {
                listed(object, indent);
            } else {
                value(item, indent, 1);
            }
        }
        List<Value.Obj> rest = objects(array.items().subList(whole, size));
        if (rest != null) {
            index(rest, indent);
        } else if (whole < size) {
            line(indent).append("[… ").append(size - whole).append(" more items]");
        } else if (array.cut()) {
            cutMark(indent);
        }
    }

    /** An object of a list: its first field beside the dash, the others below. */
    private void listed(Value.Obj object, int indent) {
        int start = out.length();
        fields(object, indent + 2, 2);
        // The first field's line end and indentation give way to the dash.
        if (out.length() > start) {
            out.replace(start, start + 1 + indent + 2, " ");
        }
    }

    private StringBuilder line(int indent) {
        if (!out.isEmpty()) {
            out.append('\n');
        }
        return out.append(" ".repeat(indent));
    }
}
