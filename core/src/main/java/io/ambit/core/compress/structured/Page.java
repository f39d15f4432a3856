package io.ambit.core.compress.structured;

import io.ambit.core.compress.Shown;
import java.util.HashMap;
import java.util.Map;

/** The text that is being printed, and the headers that it defines. */
final class Page {
    private static final int MIN_LABELLED = 18;
    static final int MAX_LABELLED = 1_200;

    private final StringBuilder out = new StringBuilder();
    private final Shown shown;
    private final int max;
    private final Map<String, String> defined = new HashMap<>();

    Page(Shown shown, int max) {
        this.shown = shown;
        this.max = max;
    }

    /** How long the page may get; printing may stop anywhere beyond that. */
    int max() {
        return max;
    }

    boolean isFull() {
        return out.length() > max;
    }

    Page add(String text) {
        out.append(text);
        return this;
    }

    /** Begins a line. */
    Page line(int indent) {
        if (!out.isEmpty()) {
            out.append('\n');
        }
        out.repeat(' ', indent);
        return this;
    }

    /** A space, unless a line or the page begins here. */
    void space() {
        if (!out.isEmpty() && out.charAt(out.length() - 1) > ' ') {
            out.append(' ');
        }
    }

    /** Says that the source breaks off here, unless that has just been said. */
    void breaksOff(int indent) {
        if (out.isEmpty() || out.charAt(out.length() - 1) != '…') {
            line(indent).add("…");
        }
    }

    /** Takes away the line end and the indentation before the text at {@code start}; a space is left. */
    void join(int start, int indent) {
        if (out.length() > start) {
            out.replace(start, start + 1 + indent, " ");
        }
    }

    int length() {
        return out.length();
    }

    /** A table's header: in full and with its label where it stands for the first time, later its label. */
    void header(String header) {
        String label = Header.label(header);
        String earlier = defined.getOrDefault(label, shown.definition(label));
        if (!isLabelled(header) || (earlier != null && !earlier.equals(header))) {
            add("{").add(header).add("}");
        } else if (earlier != null) {
            add("{").add(label).add("}");
        } else {
            defined.put(label, header);
            add("{").add(label).add(":").add(header).add("}");
        }
    }

    static boolean isLabelled(String header) {
        return header.length() > MIN_LABELLED && header.length() <= MAX_LABELLED;
    }

    /** Whether a label stands for {@code header} already. */
    boolean knows(String header) {
        String label = Header.label(header);
        return header.equals(defined.getOrDefault(label, shown.definition(label)));
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
