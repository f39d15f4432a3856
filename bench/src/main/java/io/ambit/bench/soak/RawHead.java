package io.ambit.bench.soak;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The head of a message of HTTP/1.1, read from a plain socket.
 *
 * @param first line
 * @param fields by their names in lower case
 */
record RawHead(String first, Map<String, String> fields) {

    /** Reads one; null where the connection ended before it. */
    static @Nullable RawHead read(InputStream in) throws IOException {
        String first = line(in);
        if (first == null) {
            return null;
        }
        Map<String, String> fields = new TreeMap<>();
        for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            fields.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return new RawHead(first, fields);
    }

    /** A line without its end, null at the end of the connection. */
    static @Nullable String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                return null;
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    /** "" where there is none. */
    String field(String name) {
        return fields.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    /** Of an answer. */
    int status() {
        return Integer.parseInt(first.substring(9, 12));
    }

    /** Of the body; 0 where it is not announced. */
    int length() {
        String length = field("content-length");
        return length.isEmpty() ? 0 : Integer.parseInt(length);
    }

    boolean isChunked() {
        return field("transfer-encoding").equalsIgnoreCase("chunked");
    }
}
