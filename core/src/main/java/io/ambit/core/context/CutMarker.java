package io.ambit.core.context;

import io.ambit.core.session.OutputId;
import java.util.List;

/** What stands under a cut output: which identifiers went with what was cut, how long it was, and how to get it back. */
final class CutMarker {
    private static final String OPENING = "\n[cut from ";

    private CutMarker() {}

    /** @param length of the original, in characters */
    static String of(OutputId id, int length, List<String> lost) {
        return OPENING + length + " characters; " + RetrieveTool.NAME + " id=" + id
                + (lost.isEmpty() ? "]" : "; it also names: " + String.join(" ", lost) + "]");
    }

    /** Where the marker of a shown text begins; the text's length where it has none. */
    static int start(String shown) {
        int start = shown.lastIndexOf(OPENING);
        return start < 0 ? shown.length() : start;
    }
}
