package io.ambit.core.memory.working;

import io.ambit.core.error.InvalidInputException;
import io.ambit.core.record.RecordId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One line, and the records that it is about. What is longer than a line belongs in a record.
 *
 * @param text on one line, without control and formatting characters, at most {@value #MAX_LENGTH} characters; may be
 *     empty where a record is named
 */
public record Note(String text, List<RecordId> records) {
    public static final int MAX_LENGTH = 200;

    public Note {
        text = line(text);
        records = List.copyOf(new LinkedHashSet<>(records));
        if (text.isEmpty() && records.isEmpty()) {
            throw new InvalidInputException("a note without text and without a record, expected one of them");
        }
    }

    /** A record alone. */
    public static Note of(RecordId id) {
        return new Note("", List.of(id));
    }

    /** Words, with the ids that stand in square brackets at their end. */
    public static Note read(String line) {
        String text = line(line, Integer.MAX_VALUE);
        List<RecordId> records = new ArrayList<>();
        int open = text.lastIndexOf('[');
        if (open >= 0 && text.endsWith("]")) {
            for (String word : text.substring(open + 1, text.length() - 1).split(",", -1)) {
                String id = word.strip();
                if (!RecordId.isValid(id)) {
                    return new Note(text, List.of());
                }
                records.add(new RecordId(id));
            }
            text = text.substring(0, open);
        }
        return new Note(text, records);
    }

    /** As {@link #read} reads it. */
    public String line() {
        String ids = String.join(", ", records.stream().map(RecordId::value).toList());
        return (text + (records.isEmpty() ? "" : " [" + ids + "]")).strip();
    }

    /** The records that some notes are about, each once. */
    public static Set<RecordId> records(Collection<Note> notes) {
        Set<RecordId> all = new LinkedHashSet<>();
        notes.forEach(note -> all.addAll(note.records()));
        return all;
    }

    static String line(String text) {
        return line(text, MAX_LENGTH);
    }

    private static String line(String text, int most) {
        StringBuilder line = new StringBuilder();
        boolean gap = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            int type = Character.getType(c);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                gap = !line.isEmpty();
            } else if (type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE) {
                int width = Character.charCount(c) + (gap ? 1 : 0);
                if (line.length() + width > most) {
                    break;
                }
                line.append(gap ? " " : "").appendCodePoint(c);
                gap = false;
            }
        }
        return line.toString();
    }
}
