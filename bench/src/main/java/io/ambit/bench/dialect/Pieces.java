package io.ambit.bench.dialect;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes streams piece by piece. */
final class Pieces {
    private static final int PIECE_CHARS = 12;

    private final List<String> pieces = new ArrayList<>();

    /** An event; without a name only its data. */
    Pieces event(@Nullable String name, String data) {
        pieces.add((name == null ? "" : "event: " + name + "\n") + "data: " + data + "\n\n");
        return this;
    }

    Pieces line(String json) {
        pieces.add(json + "\n");
        return this;
    }

    MadeAnswer as(String contentType) {
        return new MadeAnswer(contentType, pieces);
    }

    /** A text in parts, as a model says it; no character is torn apart. */
    static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        for (int from = 0; from < text.length(); ) {
            int until = Math.min(text.length(), from + PIECE_CHARS);
            if (until < text.length() && Character.isLowSurrogate(text.charAt(until))) {
                until++;
            }
            parts.add(text.substring(from, until));
            from = until;
        }
        return parts;
    }
}
