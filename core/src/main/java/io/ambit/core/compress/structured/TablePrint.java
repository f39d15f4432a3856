package io.ambit.core.compress.structured;

import io.ambit.core.text.Value;
import java.util.ArrayList;
import java.util.List;

/** Prints like objects as rows under a header, and what there is no room for as what identifies it, or as a count. */
final class TablePrint {
    /** Rows are taken until they are this many times what fits: columns that are said once do not count in the end. */
    private static final int SLACK = 3;

    private final Page page;
    private final Limits limits;
    private final Cells cells;
    private final Ranking ranking;

    TablePrint(Page page, Limits limits, Cells cells, Ranking ranking) {
        this.page = page;
        this.limits = limits;
        this.cells = cells;
        this.ranking = ranking;
    }

    void rows(Shape.Rec rec, List<Value.Obj> rows, boolean cut, int indent) {
        Table table = new Table(rec);
        boolean[] whole = ranking.first(rows, limits.rows());
        List<Value.Obj> others = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (!whole[i]) {
                others.add(rows.get(i));
            } else if (!isTooLong(table)) {
                table.add(rows.get(i), cells);
            }
        }
        if (table.size() > 0) {
            page.space();
            page.header(Header.of(rec));
            page.add(table.hoist(false));
            table.lines().forEach(each -> page.line(indent).add(each));
        }
        index(others, indent);
        if (cut && others.isEmpty()) {
            page.breaksOff(indent);
        }
    }

    private boolean isTooLong(Table table) {
        return table.length() / SLACK > page.max();
    }

    /** What is left of a list after its first {@code whole} items. */
    void rest(Value.Arr array, int whole, int indent) {
        int left = array.items().size() - whole;
        List<Value.Obj> objects = left == 0
                ? null
                : Layout.objects(array.items().subList(whole, array.items().size()));
        if (objects != null) {
            index(objects, indent);
        } else if (left > 0) {
            more(left, "item", indent);
        } else if (array.cut()) {
            page.breaksOff(indent);
        }
    }

    private void more(int count, String unit, int indent) {
        page.line(indent).add("[… " + counted(count, unit) + "]");
    }

    static String counted(int count, String unit) {
        return count + " more " + unit + (count == 1 ? "" : "s");
    }

    private void index(List<Value.Obj> rows, int indent) {
        int indexed = Math.min(rows.size(), limits.index());
        IndexRows index = indexed == 0 ? IndexRows.NONE : IndexRows.of(rows.subList(0, indexed), page.max());
        if (index.isEmpty()) {
            indexed = 0;
        } else {
            page.line(indent).add("[" + indexed + " more, only " + index.header() + ":");
            index.lines().forEach(each -> page.line(indent).add(each));
            page.add("]");
        }
        if (indexed < rows.size()) {
            more(rows.size() - indexed, "item", indent);
        }
    }

    void groups(Shape.Rec rec, Value.Arr array, int indent) {
        Table table = new Table(rec);
        List<Integer> sizes = new ArrayList<>();
        int whole = Math.min(array.items().size(), limits.rows());
        for (int i = 0; i < whole && !isTooLong(table); i++) {
            if (array.items().get(i) instanceof Value.Arr group) {
                sizes.add(group.items().size());
                for (Value row : group.items()) {
                    if (row instanceof Value.Obj object) {
                        table.add(object, cells);
                    }
                }
            }
        }
        page.space();
        page.header(Header.of(rec));
        page.add(table.hoist(false)).add(" in " + array.items().size() + " lists, -- between");
        List<String> lines = table.lines();
        int at = 0;
        for (int group = 0; group < sizes.size(); group++) {
            if (group > 0) {
                page.line(indent).add("--");
            }
            for (int i = 0; i < sizes.get(group); i++) {
                page.line(indent).add(lines.get(at++));
            }
        }
        if (whole < array.items().size()) {
            more(array.items().size() - whole, "list", indent);
        } else if (array.cut()) {
            page.breaksOff(indent);
        }
    }

    void keyed(Shape.Keyed keyed, Value.Obj object, int indent) {
        Table table = new Table(keyed.row());
        int size = object.fields().size();
        int whole = Math.min(size, limits.rows());
        for (int i = 0; i < whole && !isTooLong(table); i++) {
            Value.Field field = object.fields().get(i);
            if (field.value() instanceof Value.Obj row) {
                if (keyed.keyed()) {
                    table.add(field.name(), row, cells);
                } else {
                    table.add(row, cells);
                }
            }
        }
        page.space();
        page.header(keyed.keyed() ? "key," + Header.of(keyed.row()) : Header.of(keyed.row()));
        page.add(table.hoist(keyed.keyed()));
        table.lines().forEach(each -> page.line(indent).add(each));
        if (whole < size) {
            int indexed = Math.min(size - whole, Math.min(limits.index(), page.max()));
            List<String> names = object.fields().subList(whole, whole + indexed).stream()
                    .map(Value.Field::name)
                    .toList();
            page.line(indent).add("[… " + (size - whole) + " more");
            page.add(names.isEmpty() ? "]" : ": " + String.join(", ", names) + (indexed < size - whole ? ", …]" : "]"));
        } else if (object.cut()) {
            page.breaksOff(indent);
        }
    }

    void tools(Catalogue catalogue, boolean cut, int indent) {
        page.space();
        page.header(catalogue.header());
        int whole = Math.min(catalogue.size(), limits.rows());
        int bare = Math.min(catalogue.size() - whole, limits.index());
        String group = "";
        int missing = 0;
        for (int tool = 0; tool < whole + bare && !page.isFull(); tool++) {
            if (!catalogue.group(tool).equals(group)) {
                group = catalogue.group(tool);
                page.line(indent).add("# ").add(group);
            }
            Signature signature = tool < whole ? catalogue.signature(tool, limits) : catalogue.bare(tool);
            missing += signature.missing();
            signature.text().lines().forEach(each -> page.line(indent).add(each));
        }
        if (whole + bare < catalogue.size()) {
            more(catalogue.size() - whole - bare, "item", indent);
        } else if (cut) {
            page.breaksOff(indent);
        }
        if (missing > 0) {
            page.line(indent).add("[… " + missing + " chars of descriptions]");
        }
    }
}
