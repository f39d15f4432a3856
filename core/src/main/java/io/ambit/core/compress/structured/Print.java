package io.ambit.core.compress.structured;

import io.ambit.core.compress.Shown;
import io.ambit.core.text.Value;
import java.util.List;

/**
 * Prints a value: {@code name: value} lines indented by a space a level, lists of like objects as tables, texts of
 * several lines as blocks.
 */
final class Print {
    private static final int MAX_INLINE = 120;
    /** A record of fewer fields is short, of more is hard to read, without their names. */
    private static final int MIN_RECORD = 6;

    private static final int MAX_RECORD = 40;
    private static final int MAX_RECORD_TEXT = 120;

    private final Page page;
    private final Layouts layouts;
    private final Limits limits;
    private final Cells cells;
    private final TablePrint tables;

    private Print(Page page, Layouts layouts, Limits limits, Ranking ranking) {
        this.page = page;
        this.layouts = layouts;
        this.limits = limits;
        this.cells = new Cells(limits);
        this.tables = new TablePrint(page, limits, cells, ranking);
    }

    /** The print of {@code root}; may stop anywhere once it is longer than {@code max}. */
    static String of(Value root, Layouts layouts, Limits limits, Ranking ranking, Shown shown, int max) {
        Print print = new Print(new Page(shown, max), layouts, limits, ranking);
        if (root instanceof Value.Obj object && !object.isEmpty()) {
            print.root(object);
        } else if (root instanceof Value.Arr array && !array.isEmpty()) {
            print.items(array, 0);
        } else {
            print.page.add(print.cells.inline(root, "", 0));
        }
        return print.page.toString();
    }

    private void root(Value.Obj object) {
        if (layouts.of(object) instanceof Layout.Keyed keyed) {
            tables.keyed(keyed.shape(), object, 0);
        } else if (!record(object)) {
            fields(object, 0, 0);
        }
    }

    /** An object as a one-row table, where it is of the kind that comes again and again. */
    private boolean record(Value.Obj object) {
        Shape.Rec rec = layouts.row(object);
        if (rec == null) {
            return false;
        }
        String header = Header.of(rec);
        int leaves = Header.leaves(rec);
        boolean regular = leaves >= MIN_RECORD && leaves <= MAX_RECORD && Texts.longest(object) <= MAX_RECORD_TEXT;
        if (!Page.isLabelled(header) || !(regular || page.knows(header))) {
            return false;
        }
        tables.rows(rec, List.of(object), false, 0);
        return true;
    }

    private void fields(Value.Obj object, int indent, int depth) {
        int whole = limits.fields();
        for (int i = 0; i < object.fields().size() && !page.isFull(); i++) {
            if (i >= whole && object.fields().size() > whole + 2) {
                page.line(indent)
                        .add(Cells.named(
                                object.fields().subList(i, object.fields().size())));
                return;
            }
            Value.Field field = object.fields().get(i);
            boolean says = !field.value().isEmpty()
                    || (depth < 2 && (field.value() instanceof Value.Arr || field.value() instanceof Value.Obj));
            if (says) {
                page.line(indent).add(Texts.quoted(field.name(), ":")).add(":");
                value(field.value(), field.name(), indent, depth + 1);
            }
        }
        if (object.cut()) {
            page.breaksOff(indent);
        }
    }

    /** A value after its name and a colon, or after a dash. */
    private void value(Value value, String name, int indent, int depth) {
        if (value instanceof Value.Str text && text.text().indexOf('\n') >= 0) {
            block(text, name, indent + 1);
        } else if (value instanceof Value.Obj object && !object.isEmpty()) {
            object(object, indent, depth);
        } else if (value instanceof Value.Arr array && !array.isEmpty() && !isInline(array)) {
            items(array, indent + 1);
        } else {
            page.add(" ").add(cells.named(value, name, "", depth));
        }
    }

    private void object(Value.Obj object, int indent, int depth) {
        if (layouts.of(object) instanceof Layout.Keyed keyed) {
            tables.keyed(keyed.shape(), object, indent + 1);
            return;
        }
        boolean flat = object.fields().size() <= MAX_INLINE
                && object.fields().stream()
                        .noneMatch(field -> isNested(field.value()) || Texts.longest(field.value()) > MAX_INLINE);
        if (flat || depth >= limits.depth()) {
            String inline = cells.inline(object, "", depth);
            if (inline.length() <= MAX_INLINE || depth >= limits.depth()) {
                page.add(" ").add(inline);
                return;
            }
        }
        fields(object, indent + 1, depth);
    }

    private static boolean isNested(Value value) {
        return (value instanceof Value.Obj object && !object.isEmpty())
                || (value instanceof Value.Arr array && array.items().stream().anyMatch(Print::isNested));
    }

    /** Whether a list is short scalars only. */
    private static boolean isInline(Value.Arr array) {
        for (Value item : array.items()) {
            boolean nested = item instanceof Value.Obj || item instanceof Value.Arr;
            if (nested || Texts.longest(item) > MAX_INLINE) {
                return false;
            }
        }
        return true;
    }

    private void block(Value.Str text, String name, int indent) {
        page.add(" |");
        String content = Stubs.of(text.text().stripTrailing(), limits.text(name, text.text()));
        content.lines().forEach(each -> page.line(each.isEmpty() ? 0 : indent).add(each));
        if (text.cut()) {
            page.add("…");
        }
    }

    private void items(Value.Arr array, int indent) {
        switch (layouts.of(array)) {
            case Layout.Tools tools -> tables.tools(tools.catalogue(), array.cut(), indent);
            case Layout.Rows rows -> tables.rows(rows.rec(), rows.rows(), array.cut(), indent);
            case Layout.Groups groups -> tables.groups(groups.rec(), array, indent);
            default -> list(array, indent);
        }
    }

    private void list(Value.Arr array, int indent) {
        int size = array.items().size();
        int whole = Math.min(size, limits.rows());
        for (int i = 0; i < whole && !page.isFull(); i++) {
            Value item = array.items().get(i);
            page.line(indent).add("-");
            if (item instanceof Value.Obj object
                    && !object.isEmpty()
                    && !(layouts.of(object) instanceof Layout.Keyed)) {
                // The first field stands beside the dash, the others below.
                int start = page.length();
                fields(object, indent + 2, 2);
                page.join(start, indent + 2);
            } else {
                value(item, "", indent, 1);
            }
        }
        tables.rest(array, whole, indent);
    }
}
