package io.ambit.core.context.assembly;

import io.ambit.core.context.assembly.AssembledContext.Form;
import io.ambit.core.memory.recall.QuotedRecord;
import io.ambit.core.memory.recall.SafeText;

/**
 * Pieces as a model gets to see them: a line in square brackets that says what it is, then its text as quoted data,
 * every line of which begins with {@code "> "}. Nothing that is stored can begin a line otherwise.
 */
final class Frame {
    private static final int TITLE = 90;
    private static final int NAME = 160;
    private static final int STATE = 90;

    private Frame() {}

    /** A piece with this much of its text. Ends with a line break. */
    static String of(Candidate candidate, Form form, String text) {
        if (candidate.source() instanceof Source.OfRecord of) {
            return QuotedRecord.of(of.record(), text);
        }
        StringBuilder out = new StringBuilder(text.length() + 160).append('[');
        out.append(name(candidate, form)).append("]\n");
        if (!text.isBlank()) {
            SafeText.lines(text)
                    .lines()
                    .forEach(line -> out.append("> ").append(line).append('\n'));
        }
        return out.toString();
    }

    /** A piece by name alone, on one line. */
    static String reference(Candidate candidate) {
        return "- " + name(candidate, Form.REFERENCE) + "\n";
    }

    private static String name(Candidate candidate, Form form) {
        StringBuilder out = new StringBuilder(plain(candidate.id(), NAME));
        String title = plain(candidate.title(), TITLE);
        if (!title.isEmpty() && !title.equals(out.toString())) {
            out.append(" \"").append(title).append('"');
        }
        out.append(" (").append(state(candidate));
        if (form == Form.SUMMARY) {
            out.append("; summary");
        }
        return out.append(')').toString();
    }

    private static String state(Candidate candidate) {
        return switch (candidate.source()) {
            case Source.OfItem of -> plain(ItemText.state(of.item()), STATE);
            case Source.OfRecord of -> of.record().kind().label();
            case Source.OfText of -> of.kind();
            case Source.OfUrl any -> "address, not fetched";
        };
    }

    /** On one line, and without what the frame itself is made of. */
    static String plain(String text, int most) {
        StringBuilder out = new StringBuilder();
        SafeText.line(text, most)
                .codePoints()
                .map(c -> c == '[' ? '(' : c == ']' ? ')' : c == '"' ? '\'' : c)
                .forEach(out::appendCodePoint);
        return out.toString();
    }
}
