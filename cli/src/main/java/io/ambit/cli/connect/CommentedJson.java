package io.ambit.cli.connect;

import io.ambit.core.error.InvalidInputException;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonSyntaxException;

/** JSON that people write: with comments and a comma after the last item, which are read as if they were white space. */
final class CommentedJson {
    private CommentedJson() {}

    /**
     * Reads a file; ranges are those of the file as it is.
     *
     * @throws InvalidInputException where it is no JSON, comments aside
     */
    static Json parse(byte[] file) {
        try {
            return Json.parse(plain(file));
        } catch (JsonSyntaxException e) {
            throw new InvalidInputException("no JSON that can be read: " + e.getMessage(), e);
        }
    }

    /** The same bytes, with spaces where comments and last commas were. */
    private static byte[] plain(byte[] file) {
        byte[] plain = file.clone();
        int comma = -1;
        int i = 0;
        while (i < plain.length) {
            switch (plain[i]) {
                case '"' -> {
                    i = afterString(plain, i);
                    comma = -1;
                    continue;
                }
                case '/' -> {
                    int end = afterComment(plain, i);
                    if (end > i) {
                        blank(plain, i, end);
                        i = end;
                        continue;
                    }
                }
                case ',' -> comma = i;
                case '}', ']' -> {
                    if (comma >= 0) {
                        plain[comma] = ' ';
                    }
                    comma = -1;
                }
                case ' ', '\t', '\r', '\n' -> {
                    // a comma before it may still be the last
                }
                default -> comma = -1;
            }
            i++;
        }
        return plain;
    }

    private static int afterString(byte[] text, int start) {
        int i = start + 1;
        while (i < text.length && text[i] != '"') {
            i += text[i] == '\\' ? 2 : 1;
        }
        return Math.min(i + 1, text.length);
    }

    /** The first byte after the comment that starts here; {@code start} where none does. */
    private static int afterComment(byte[] text, int start) {
        if (start + 1 < text.length && text[start + 1] == '/') {
            int i = start;
            while (i < text.length && text[i] != '\n' && text[i] != '\r') {
                i++;
            }
            return i;
        }
        if (start + 1 < text.length && text[start + 1] == '*') {
            for (int i = start + 2; i + 1 < text.length; i++) {
                if (text[i] == '*' && text[i + 1] == '/') {
                    return i + 2;
                }
            }
        }
        return start;
    }

    private static void blank(byte[] text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text[i] != '\n' && text[i] != '\r') {
                text[i] = ' ';
            }
        }
    }
}
