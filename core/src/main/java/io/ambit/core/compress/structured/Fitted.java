package io.ambit.core.compress.structured;

import io.ambit.core.compress.Compressed;
import io.ambit.core.compress.Shown;
import io.ambit.core.text.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Finds the limits under which a value fits its budget and loses least: texts first, then the items of lists. */
final class Fitted {
    private static final String KIND = "structured";
    private static final int[] STRINGS = {900, 600, 300, 160, 90};
    private static final int MIN_ROWS = 3;

    private Fitted() {}

    static Compressed of(Value value, int budget, Shown shown) {
        String whole = Print.of(value, Limits.NONE, shown, budget);
        if (whole.length() <= budget) {
            return new Compressed(whole, KIND, List.of());
        }
        List<Compressed.Kept> kept = new ArrayList<>();
        Limits limits = Limits.NONE;
        for (int string : STRINGS) {
            limits = Limits.NONE.withString(string);
            String print = Print.of(value, limits, shown, budget);
            if (print.length() <= budget) {
                kept.add(new Compressed.Kept("texts to " + string + " characters", "head and tail"));
                return new Compressed(print, KIND, kept);
            }
        }
        int items = mostItems(value);
        Limits texts = limits;
        int rows = largest(items, n -> texts.withRows(n, Integer.MAX_VALUE), value, budget, shown);
        Limits chosen = texts.withRows(rows, Integer.MAX_VALUE);
        if (rows < 0) {
            int index = largest(items, n -> texts.withRows(MIN_ROWS, n), value, budget, shown);
            chosen = texts.withRows(index < 0 ? 1 : MIN_ROWS, Math.max(0, index));
        }
        String print = Print.of(value, chosen, shown, budget);
        for (int depth = 4; depth > 0 && print.length() > budget; depth--) {
            print = Print.of(value, texts.withRows(1, 0).withDepth(depth), shown, budget);
        }
        kept.add(new Compressed.Kept("items 1-" + Math.max(1, rows) + " of lists", "head"));
        return print.length() <= budget ? new Compressed(print, KIND, kept) : text(print, budget);
    }

    /** The largest n for which the print fits, or -1 where none does; what fits is taken to be monotone. */
    private static int largest(int items, IntFunction<Limits> limits, Value value, int budget, Shown shown) {
        int low = -1;
        int high = items;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (Print.of(value, limits.apply(middle), shown, budget).length() <= budget) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private static int mostItems(Value value) {
        return switch (value) {
            case Value.Arr array ->
                Math.max(
                        array.items().size(),
                        array.items().stream().mapToInt(Fitted::mostItems).max().orElse(0));
            case Value.Obj object ->
                Math.max(
                        object.fields().size(),
                        object.fields().stream()
                                .mapToInt(field -> mostItems(field.value()))
                                .max()
                                .orElse(0));
            default -> 0;
        };
    }

    /** Whole lines of a text from its start, as many as fit. */
    static Compressed text(String text, int budget) {
        if (text.length() <= budget) {
            return new Compressed(text, KIND, List.of());
        }
        int end = text.lastIndexOf('\n', Math.max(0, budget - 20));
        end = end <= 0 ? Math.max(0, budget - 20) : end;
        String cut = text.substring(0, end) + "\n[… " + (text.length() - end) + " more chars]";
        return new Compressed(cut, KIND, List.of(new Compressed.Kept("characters 1-" + end, "head")));
    }
}
