package io.ambit.core.compress.lines;

/**
 * A run of equal blocks of two to eight lines shown once, with a line that says how often it came: {@code [the 3 lines
 * above, 41 more times]}.
 */
final class FoldedBlocks {
    private static final int MAX_LINES = 8;
    private static final int MIN_GAIN = 20;

    private FoldedBlocks() {}

    static String of(String text) {
        int count = 0;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            count++;
        }
        // Only lines that end count: where the last one ends in nothing it stays as it is.
        int[] starts = new int[count + 1];
        int[] hashes = new int[count];
        int line = 0;
        for (int at = 0; line < count; line++) {
            int end = text.indexOf('\n', at);
            hashes[line] = text.substring(at, end).hashCode();
            at = end + 1;
            starts[line + 1] = at;
        }
        return fold(text, starts, hashes);
    }

    private static String fold(String text, int[] starts, int[] hashes) {
        StringBuilder out = null;
        int copied = 0;
        for (int i = 0; i + 3 < hashes.length; ) {
            int next = i + 1;
            for (int size = 2; size <= MAX_LINES && i + 2 * size <= hashes.length; size++) {
                int times = repeats(text, starts, hashes, i, size);
                int gone = starts[i + size * (times + 1)] - starts[i + size];
                String note = "[the " + size + " lines above, " + times + " more times]\n";
                if (times > 0 && gone - note.length() >= MIN_GAIN) {
                    out = out == null ? new StringBuilder(text.length()) : out;
                    out.append(text, copied, starts[i + size]).append(note);
                    next = i + size * (times + 1);
                    copied = starts[next];
                    break;
                }
            }
            i = next;
        }
        return out == null ? text : out.append(text, copied, text.length()).toString();
    }

    /** How many more times the block of {@code size} lines at {@code from} comes right after it. */
    private static int repeats(String text, int[] starts, int[] hashes, int from, int size) {
        int times = 0;
        int block = starts[from + size] - starts[from];
        for (int at = from + size; at + size <= hashes.length; at += size) {
            for (int k = 0; k < size; k++) {
                if (hashes[from + k] != hashes[at + k]) {
                    return times;
                }
            }
            if (!text.regionMatches(starts[from], text, starts[at], block)) {
                return times;
            }
            times++;
        }
        return times;
    }
}
