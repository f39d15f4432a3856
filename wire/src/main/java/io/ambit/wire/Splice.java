package io.ambit.wire;

import io.ambit.core.message.Span;
import io.ambit.core.text.Utf8;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/**
 * Changes to a byte sequence: collected first, in any order, then made in one pass. Of ranges that
 * overlap the first counts.
 */
public final class Splice {
    private final List<Change> changes = new ArrayList<>();

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Change(int start, int end, byte[] with) {}

    /** Puts {@code with} in the place of bytes {@code [start, end)}. */
    public Splice replace(int start, int end, String with) {
        return replace(start, end, Utf8.encode(with));
    }

    /** Puts {@code with} in the place of bytes {@code [start, end)}. */
    public Splice replace(int start, int end, byte[] with) {
        changes.add(new Change(start, end, with));
        return this;
    }

    /** Puts {@code text} before byte {@code at}, after what was put there before. */
    public Splice insert(int at, String text) {
        return replace(at, at, text);
    }

    /**
     * Drops elements of a JSON list, or members of an object, and adds others, with the commas that this takes. White
     * space around what stays is left as it is.
     *
     * @param list with its brackets
     * @param elements in order
     * @param addedAfter JSON to put after the element of an index; after none where the index is -1
     */
    public Splice elements(
            Span list, List<Span> elements, IntPredicate dropped, IntFunction<? extends List<String>> addedAfter) {
        int count = elements.size();
        int firstKept = 0;
        while (firstKept < count && dropped.test(firstKept)) {
            firstKept++;
        }
        List<String> leading = new ArrayList<>();
        for (int i = -1; i < firstKept; i++) {
            leading.addAll(addedAfter.apply(i));
        }
        if (firstKept == count) {
            int start = count == 0 ? list.start() + 1 : elements.get(0).start();
            int end = count == 0 ? start : elements.get(count - 1).end();
            return start == end && leading.isEmpty() ? this : replace(start, end, String.join(",", leading));
        }
        int start = elements.get(firstKept).start();
        if (firstKept > 0) {
            replace(elements.get(0).start(), start, "");
        }
        for (String added : leading) {
            insert(start, added + ",");
        }
        for (int i = firstKept; i < count; i++) {
            int end = elements.get(i).end();
            if (dropped.test(i)) {
                replace(elements.get(i - 1).end(), end, "");
            }
            for (String added : addedAfter.apply(i)) {
                insert(end, "," + added);
            }
        }
        return this;
    }

    /** Leaves elements out and adds none. */
    public Splice drop(Span list, List<Span> elements, IntPredicate dropped) {
        return elements(list, elements, dropped, i -> List.of());
    }

    /** Whether nothing changes. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** {@code source} with the changes made; {@code source} itself where there are none. */
    public byte[] apply(byte[] source) {
        if (changes.isEmpty()) {
            return source;
        }
        changes.sort(Comparator.comparingInt(Change::start)); // stable: what was put at one place keeps its order
        ByteArrayOutputStream out = new ByteArrayOutputStream(source.length);
        int from = 0;
        for (Change change : changes) {
            if (change.start() < from) {
                continue; // what is replaced is gone: a broken stream may tell of one thing twice
            }
            out.write(source, from, change.start() - from);
            out.writeBytes(change.with());
            from = change.end();
        }
        out.write(source, from, source.length - from);
        return out.toByteArray();
    }
}
