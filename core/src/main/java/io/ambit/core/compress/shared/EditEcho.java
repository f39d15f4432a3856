package io.ambit.core.compress.shared;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The view of a file that an editor prints after an edit: of what was not edited a few lines around it are enough, since
 * the model knows the file and has not asked for it.
 */
public final class EditEcho {
    private static final int MIN_LINES = 25;
    private static final int AROUND = 10;
    private static final int MIN_EDIT = 8;

    private EditEcho() {}

    /**
     * The view around what was written; {@code text} itself where it is no view or does not show what was written.
     *
     * @param written texts of several lines in the arguments of the call
     */
    public static String around(String text, List<String> written) {
        if (written.isEmpty()) {
            return text;
        }
        TextLines lines = TextLines.of(text);
        if (!lines.isNumbered() || lines.count() < MIN_LINES) {
            return text;
        }
        boolean[] edited = edited(lines, written);
        boolean[] kept = new boolean[lines.count()];
        boolean any = false;
        for (int i = 0; i < kept.length; i++) {
            kept[i] |= !lines.bearsNumber(i);
            if (edited[i]) {
                any = true;
                for (int k = Math.max(0, i - AROUND); k <= Math.min(kept.length - 1, i + AROUND); k++) {
                    kept[k] = true;
                }
            }
        }
        return any ? text(lines, kept) : text;
    }

    /** Lines that stand in what was written, two in a row at least, so that a closing brace marks nothing. */
    private static boolean[] edited(TextLines lines, List<String> written) {
        Set<String> contents = new HashSet<>();
        for (String text : written) {
            text.lines()
                    .map(String::stripTrailing)
                    .filter(line -> line.strip().length() >= MIN_EDIT)
                    .forEach(contents::add);
        }
        boolean[] edited = new boolean[lines.count()];
        for (int i = 0; i < edited.length; i++) {
            edited[i] = lines.bearsNumber(i) && contents.contains(lines.content(i));
        }
        return edited;
    }

    private static String text(TextLines lines, boolean[] kept) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < kept.length; ) {
            if (kept[i]) {
                out.append(lines.text, lines.start(i), lines.end(i)).append('\n');
                i++;
                continue;
            }
            int from = i;
            while (i < kept.length && !kept[i]) {
                i++;
            }
            out.append('[')
                    .append(lines.number(from))
                    .append('-')
                    .append(lines.number(i - 1))
                    .append(" not shown]\n");
        }
        out.setLength(out.length() - 1);
        return out.length() < lines.text.length() ? out.toString() : lines.text;
    }
}
