package io.ambit.core.memory.redact;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts marks such as {@code [redacted: aws access key]} in the place of secrets. What stands in a text already as a mark
 * stays as it is, so that redacting again changes nothing. Time is linear in the text's length.
 *
 * <p>Recognised are the keys of vendors by prefix and length, tokens in pieces (JSON web tokens), private keys, passwords
 * in addresses, credentials in headers, signatures of signed addresses, values whose name says that they are secret, and
 * runs of characters that look like keys. In doubt a value that a name calls secret is one; in doubt a run of characters
 * is none, for hashes and ids are what memory is searched by.
 */
public final class Redaction {
    /** What is found may have hidden something else; more than a second look is hardly ever needed. */
    private static final int MAX_PASSES = 6;

    private Redaction() {}

    /**
     * A text without secrets.
     *
     * @param found what they were, in order: "aws access key"
     */
    public record Redacted(String text, List<String> found) {
        public Redacted {
            found = List.copyOf(found);
        }
    }

    /** {@code text} without secrets; the same object where there are none. */
    public static String redact(String text) {
        return of(text).text();
    }

    /** {@code text} without secrets, and what was found. */
    public static Redacted of(String text) {
        List<String> found = new ArrayList<>();
        String redacted = text;
        for (int pass = 0; pass < MAX_PASSES; pass++) {
            String next = pass(redacted, found);
            if (next.equals(redacted)) {
                break;
            }
            redacted = next;
        }
        return new Redacted(redacted, found);
    }

    private static String pass(String text, List<String> found) {
        StringBuilder out = null;
        int kept = 0;
        int i = 0;
        while (i < text.length()) {
            int mark = text.charAt(i) == '[' ? Marks.end(text, i) : i;
            if (mark > i) {
                i = mark;
                continue;
            }
            Finding finding = find(text, i);
            finding = finding == null ? null : Marks.clip(text, finding);
            if (finding == null || finding.start() < kept || finding.end() <= i) {
                i++;
                continue;
            }
            out = out == null ? new StringBuilder(text.length()) : out;
            out.append(text, kept, finding.start()).append(Marks.of(finding.label()));
            found.add(finding.label());
            kept = finding.end();
            i = kept;
        }
        return out == null ? text : out.append(text, kept, text.length()).toString();
    }

    private static @Nullable Finding find(String text, int at) {
        char c = text.charAt(at);
        return switch (c) {
            case '=' -> Assignments.atSeparator(text, at);
            case ':' -> {
                Finding password = UrlPasswords.at(text, at);
                yield password == null ? Assignments.atSeparator(text, at) : password;
            }
            case '>' -> Assignments.atTag(text, at);
            case '-' -> {
                Finding key = PrivateKeys.at(text, at);
                Finding option = key == null ? Assignments.atOption(text, at) : key;
                yield option == null ? Headers.curlUser(text, at) : option;
            }
            case '.' -> PiecedKeys.terraform(text, at);
            default -> Alphabet.ALNUM.has(c) ? inWord(text, at, c) : null;
        };
    }

    private static @Nullable Finding inWord(String text, int at, char c) {
        if (!Alphabet.startsWord(text, at)) {
            return c == 'Q' ? PiecedKeys.azure(text, at) : null;
        }
        for (KeyForm form : KeyForms.startingWith(c)) {
            Finding found = form.at(text, at);
            if (found != null) {
                return found;
            }
        }
        Finding found = PiecedKeys.at(text, at);
        if (found == null && (c == 'p' || c == 'P')) {
            found = Headers.spoken(text, at);
        }
        if (found == null && (c == 'b' || c == 'B')) {
            found = Headers.bearer(text, at);
        }
        return found == null ? KeyLikeText.at(text, at) : found;
    }
}
