package io.ambit.wire.memory;

import io.ambit.core.error.AmbitException;
import io.ambit.core.error.InvalidInputException;
import io.ambit.core.record.JsonFields;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonSyntaxException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** JSON objects, one a line; blank lines are passed over. An error names file and line. */
final class JsonObjectLines {
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final String file;
    private final BufferedReader lines;
    private long number;

    JsonObjectLines(String file, Reader in) {
        this.file = file;
        this.lines = new BufferedReader(in, 1 << 16);
    }

    /** Number of the line that was read last, from 1. */
    long number() {
        return number;
    }

    /** The next object, or null after the last one. */
    @Nullable JsonFields next() throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            String text =
                    number == 1 && !line.isEmpty() && line.charAt(0) == BYTE_ORDER_MARK ? line.substring(1) : line;
            if (!text.isBlank()) {
                return parse(text);
            }
        }
        return null;
    }

    private JsonFields parse(String line) {
        try {
            return new JsonFields(Json.parse(line));
        } catch (JsonSyntaxException e) {
            throw error(e.getMessage() + ", expected a JSON object a line", e);
        } catch (AmbitException e) {
            throw error(String.valueOf(e.getMessage()), e);
        }
    }

    /** An error about the line that was read last. */
    InvalidInputException error(String message, @Nullable Throwable cause) {
        return new InvalidInputException(file + ":" + number + ": " + message, cause);
    }
}
