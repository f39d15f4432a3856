package io.ambit.core.compress.structured;

import io.ambit.core.text.Hash;
import io.ambit.core.text.JsonStrings;

/**
 * A table's header as it is printed: {@code id,name,price(amount|currency),tags,legs[from,to]}. A column of objects names
 * their fields in {@code (a|b)}, one of lists of objects in {@code [a,b]}, one of objects under keys in {@code {a,b}}, with
 * {@code key:} first where the key stands in the rows; {@code +} stands for fields that only some rows have.
 */
final class Header {
    private static final int LABELS = 36 * 36;
    private static final String SPECIAL = ",|()[]{}\"+\n\r";

    private Header() {}

    static String of(Shape.Rec rec) {
        StringBuilder out = new StringBuilder();
        columns(rec, ",", out);
        return out.toString();
    }

    static String of(Shape.Keyed keyed) {
        return (keyed.keyed() ? "key:" : "") + of(keyed.row());
    }

    /** The label under which {@code header} is referred to. */
    static String label(String header) {
        String digits = Long.toString(Long.remainderUnsigned(Hash.of(header).a(), LABELS), 36);
        return digits.length() < 2 ? "T0" + digits : "T" + digits;
    }

    private static void columns(Shape.Rec rec, String separator, StringBuilder out) {
        String before = "";
        for (Shape.Column column : rec.columns()) {
            out.append(before).append(name(column.name()));
            before = separator;
            switch (column.shape()) {
                case Shape.Leaf ignored -> {}
                case Shape.Rec inner -> {
                    out.append('(');
                    columns(inner, "|", out);
                    out.append(')');
                }
                case Shape.Rows rows -> out.append('[').append(of(rows.row())).append(']');
                case Shape.Keyed keyed -> out.append('{').append(of(keyed)).append('}');
            }
        }
        if (rec.rest()) {
            out.append(before).append('+');
        }
    }

    static String name(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (SPECIAL.indexOf(name.charAt(i)) >= 0) {
                return JsonStrings.quote(name);
            }
        }
        return name.isBlank() ? JsonStrings.quote(name) : name;
    }

    /** How many values a row has. */
    static int leaves(Shape.Rec rec) {
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
}
