package io.ambit.core.item;

import io.ambit.core.error.InvalidInputException;
import java.util.Locale;

/**
 * The name of an item as its file gives it: {@code TASK-0001}, {@code ADR 0106.5}, or {@code mcp://backlog/PATH} for a
 * file that bears no id. People and models write ids in many ways; {@link #key} makes them one.
 */
public record ItemId(String value) implements Comparable<ItemId> {
    /** What the ids of files without an id begin with; their path in the backlog's folder follows. */
    public static final String RESOURCE = "mcp://backlog/";

    private static final int MAX_LENGTH = 1_000;

    public ItemId {
        if (value.isBlank() || value.length() > MAX_LENGTH || value.indexOf('\n') >= 0) {
            throw new InvalidInputException("item id '" + value + "', expected one such as TASK-0001 or ADR 0116");
        }
    }

    /**
     * The same for all spellings of one id: {@code task-24}, {@code TASK 0024} and {@code TASK-0024} are one. Ids of
     * another form are themselves.
     */
    public String key() {
        return key(value);
    }

    /** The key of an id as somebody wrote it. */
    public static String key(String written) {
        String text = written.strip();
        int letters = 0;
        while (letters < text.length() && isLetter(text.charAt(letters))) {
            letters++;
        }
        int digits = letters;
        while (digits < text.length() && "-_ #".indexOf(text.charAt(digits)) >= 0) {
            digits++;
        }
        if (letters == 0 || digits == letters || digits == text.length() || !isNumber(text, digits)) {
            return text;
        }
        while (digits < text.length() - 1 && text.charAt(digits) == '0' && isDigit(text.charAt(digits + 1))) {
            digits++;
        }
        return text.substring(0, letters).toUpperCase(Locale.ROOT) + "-" + text.substring(digits);
    }

    private static boolean isNumber(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            boolean dot = text.charAt(i) == '.' && i > from && i < text.length() - 1;
            if (!dot && !isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    @Override
    public int compareTo(ItemId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
