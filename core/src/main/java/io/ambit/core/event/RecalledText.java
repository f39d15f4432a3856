package io.ambit.core.event;

import io.ambit.core.record.MemoryRecord;
import io.ambit.core.text.Hash;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How a text is recognised that memory has shown: by the hash of its letters and digits in their order, so that
 * quotation marks, case and line breaks make no difference. What has fewer than {@value #MIN_CHARACTERS} of them is not
 * recognised: "yes" is said anew each time.
 */
public final class RecalledText {
    private static final int MIN_CHARACTERS = 24;
    /** A line must be a sentence of its own to be known for recalled. */
    private static final int MIN_LINE_CHARACTERS = 48;

    private static final int MAX_LINES = 200;

    private RecalledText() {}

    /** The hash of a text; none where it is too short to be recognised. */
    public static Optional<Hash> hash(String text) {
        return hash(text, MIN_CHARACTERS);
    }

    /** The hashes of a record's text, and of its longer lines. */
    public static Set<Hash> hashes(MemoryRecord record) {
        String text = record.content().text();
        Set<Hash> hashes = new LinkedHashSet<>();
        hash(text).ifPresent(hashes::add);
        text.lines()
                .limit(MAX_LINES)
                .forEach(line -> hash(line, MIN_LINE_CHARACTERS).ifPresent(hashes::add));
        return hashes;
    }

    private static Optional<Hash> hash(String text, int atLeast) {
        StringBuilder letters = new StringBuilder(text.length());
        text.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        return letters.length() < atLeast
                ? Optional.empty()
                : Optional.of(Hash.of(letters.toString().toLowerCase(Locale.ROOT)));
    }
}
