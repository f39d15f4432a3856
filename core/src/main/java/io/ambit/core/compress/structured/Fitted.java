package io.ambit.core.compress.structured;

import io.ambit.core.compress.Asked;
import io.ambit.core.compress.Compressed;
import io.ambit.core.compress.Shown;
import io.ambit.core.text.Value;
import java.util.List;
import java.util.function.IntFunction;

/** Finds the limits under which a value fits its budget and loses least: texts first, then the items of lists. */
final class Fitted {
    static final String KIND = "structured";
    private static final String WHY = "failures, asked for, first";
    private static final int[] STRINGS = {900, 600, 300, 160, 90, 60, 40};
    private static final int[] REDS = {4_000, 1_000, 300};
    private static final int SHORT = 60;
    private static final int[] NESTS = {3, 2, 1};
    /** Tools are known by their first sentence and a few words on each parameter, however much room there is. */
    private static final Limits LIMITS = Limits.NONE.withDescription(100);

    private static final int MIN_ROWS = 3;
    private static final int MIN_FIELDS = 12;
    private static final int MAX_DEPTH = 3;

    private final Value value;
    private final Layouts layouts;
    private final Ranking ranking;
    private final Shown shown;
    private final int budget;

    private Fitted(Value value, Layouts layouts, Asked asked, Shown shown, int budget) {
        this.value = value;
        this.layouts = layouts;
        this.ranking = new Ranking(asked);
        this.shown = shown;
        this.budget = budget;
    }

    static Compressed of(Value value, Layouts layouts, int budget, Asked asked, Shown shown) {
        Fitted fitted = new Fitted(value, layouts, asked, shown, budget);
        Compressed found = fitted.fit();
        // A mark may cost more than what it stands for.
        int length = found.text().length();
        String whole = Print.of(value, layouts, Limits.NONE, fitted.ranking, shown, length);
        return whole.length() <= length ? new Compressed(whole, KIND, List.of()) : found;
    }

    private String print(Limits limits) {
        return Print.of(value, layouts, limits, ranking, shown, budget);
    }

    private boolean fits(Limits limits) {
        return print(limits).length() <= budget;
    }

    private Compressed fit() {
        if (fits(LIMITS)) {
            return kept(LIMITS, "all values", "room");
        }
        for (int string : STRINGS) {
            Limits texts = LIMITS.withString(string);
            if (fits(texts)) {
                return kept(texts, "texts to " + string + " chars", "head and tail");
            }
        }
        int items = Math.min(mostItems(value), budget);
        for (int red : REDS) {
            Limits texts = LIMITS.withString(SHORT).withRed(red);
            int rows = largest(items, n -> texts.withRows(n, items));
            if (rows >= MIN_ROWS) {
                return kept(texts.withRows(rows, items), rows + " items of each list", WHY);
            }
            for (int nest : NESTS) {
                int some = largest(items, n -> texts.withNest(nest).withRows(n, items));
                if (some > 0) {
                    return kept(texts.withNest(nest).withRows(some, items), some + " items of each list", WHY);
                }
            }
            Limits narrow = texts.withNest(1);
            Limits few = narrow.withRows(MIN_ROWS, items);
            int fields = largest(items, n -> few.withFields(n, Limits.ALL));
            if (fields >= MIN_FIELDS) {
                return kept(few.withFields(fields, Limits.ALL), fields + " fields of each object", "first");
            }
            int index = largest(items, n -> narrow.withRows(1, n));
            if (index >= 0) {
                return kept(narrow.withRows(1, index), "1 item of each list", WHY);
            }
            for (int depth = MAX_DEPTH; depth > 0; depth--) {
                Limits shallow = narrow.withRows(1, 0).withFields(MIN_FIELDS, depth);
                if (fits(shallow)) {
                    return kept(shallow, MIN_FIELDS + " fields, " + depth + " levels", "first");
                }
            }
        }
        Limits least =
                LIMITS.withString(SHORT).withRed(300).withNest(1).withRows(1, 0).withFields(MIN_FIELDS, 1);
        return head(Print.of(value, layouts, least, ranking, shown, 2 * budget), budget);
    }

    private Compressed kept(Limits limits, String what, String why) {
        return new Compressed(print(limits), KIND, List.of(new Compressed.Kept(what, why)));
    }

    /** The largest n under whose limits the print fits, or -1 where none does; what fits is taken to be monotone. */
    private int largest(int items, IntFunction<Limits> limits) {
        int low = -1;
        int high = items;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (fits(limits.apply(middle))) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private static int mostItems(Value value) {
        int most = 0;
        if (value instanceof Value.Arr array) {
            most = array.items().size();
            for (Value item : array.items()) {
                most = Math.max(most, mostItems(item));
            }
        } else if (value instanceof Value.Obj object) {
            most = object.fields().size();
            for (Value.Field field : object.fields()) {
                most = Math.max(most, mostItems(field.value()));
            }
        }
        return most;
    }

    /** Whole lines of a text from its start, as many as fit. */
    static Compressed head(String text, int budget) {
        if (text.length() <= budget) {
            return new Compressed(text, KIND, List.of());
        }
        int room = Math.max(0, budget - 24);
        int end = text.lastIndexOf('\n', room);
        end = end < room / 2 ? room : end;
        end = end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
        String mark = "[… " + (text.length() - end) + " more chars]";
        return new Compressed(
                text.substring(0, end) + (end == 0 ? "" : "\n") + mark,
                KIND,
                List.of(new Compressed.Kept("chars 1-" + end, "first")));
    }
}
