package io.ambit.core.text;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value and where it stands in its source: bytes {@code [start, end)}. Nothing is normalised: members keep their
 * order and their duplicates, numbers their spelling, strings their escapes, until a caller asks for a value.
 */
public sealed interface Json {

    /** First byte of the value in its source. */
    int start();

    /** First byte after the value in its source. */
    int end();

    /**
     * Parses one JSON text (RFC 8259), of any depth; white space around it and a leading byte order mark are allowed.
     *
     * @throws JsonSyntaxException where the bytes are no JSON text; bytes inside strings need not be valid UTF-8
     */
    static Json parse(byte[] source) {
        return new JsonParser(source).parse();
    }

    /** Parses the UTF-8 form of {@code text}; ranges are in bytes of that form. */
    static Json parse(String text) {
        return parse(Utf8.encode(text));
    }

    /** The value of the last member of that name (as most readers take it), or null where there is none. */
    default @Nullable Json get(String name) {
        return null;
    }

    /** The text of a string, or null for any other kind. */
    default @Nullable String asText() {
        return null;
    }

    /** The items of an array; none for any other kind. */
    default List<Json> items() {
        return List.of();
    }

    /** {@link #get} followed by {@link #asText}. */
    default @Nullable String text(String name) {
        Json value = get(name);
        return value == null ? null : value.asText();
    }

    record Member(Str name, Json value) {}

    record Obj(int start, int end, List<Member> members) implements Json {
        @Override
        public @Nullable Json get(String name) {
            for (int i = members.size() - 1; i >= 0; i--) {
                if (members.get(i).name().is(name)) {
                    return members.get(i).value();
                }
            }
            return null;
        }
    }

    record Arr(int start, int end, List<Json> items) implements Json {}

    /** A string with its quotes; {@code escaped} where it holds a backslash. */
    final class Str implements Json {
        private final byte[] source;
        private final int start;
        private final int end;
        private final boolean escaped;
        private @Nullable String value;

        Str(byte[] source, int start, int end, boolean escaped) {
            this.source = source;
            this.start = start;
            this.end = end;
            this.escaped = escaped;
        }

        @Override
        public int start() {
            return start;
        }

        @Override
        public int end() {
            return end;
        }

        /** The decoded text; decoded once. Invalid UTF-8 reads as U+FFFD: see {@link #isFaithful}. */
        public String value() {
            String decoded = value;
            if (decoded == null) {
                decoded = escaped
                        ? JsonStrings.unescape(source, start + 1, end - 1)
                        : Utf8.decode(source, start + 1, end - 1);
                value = decoded;
            }
            return decoded;
        }

        /** Whether {@link #value} holds all that the source does: false where the source is not valid UTF-8. */
        public boolean isFaithful() {
            return value().indexOf('\uFFFD') < 0 || Utf8.isValid(source, start, end);
        }

        boolean is(String name) {
            if (escaped) {
                return value().equals(name);
            }
            if (end - start - 2 != name.length()) {
                return false;
            }
            for (int i = 0; i < name.length(); i++) {
                if (source[start + 1 + i] != name.charAt(i)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public String asText() {
            return value();
        }

        @Override
        public String toString() {
            return JsonStrings.quote(value());
        }
    }

    /** A number, in the spelling it came in. */
    record Num(int start, int end, String spelling) implements Json {
        private static final int MAX_LONG_SPELLING = 400;

        /** The number as a long, or {@code otherwise} where it is none that fits. */
        public long asLong(long otherwise) {
            if (spelling.length() > MAX_LONG_SPELLING) {
                return otherwise; // converting a million digits takes seconds
            }
            try {
                return new BigDecimal(spelling).longValueExact();
            } catch (ArithmeticException | NumberFormatException e) {
                return otherwise;
            }
        }

        /** The number as a double, or {@code otherwise} where it is none that is finite. */
        public double asDouble(double otherwise) {
            if (spelling.length() > MAX_LONG_SPELLING) {
                return otherwise;
            }
            try {
                double value = Double.parseDouble(spelling);
                return Double.isFinite(value) ? value : otherwise;
            } catch (NumberFormatException e) {
                return otherwise;
            }
        }
    }

    record Bool(int start, int end, boolean value) implements Json {}

    record Null(int start, int end) implements Json {}
}
