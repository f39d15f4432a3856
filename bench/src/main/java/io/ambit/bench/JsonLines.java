package io.ambit.bench;

import io.ambit.core.error.AmbitException;
import io.ambit.core.record.JsonFields;
import io.ambit.core.text.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads files of JSON Lines: unknown keys are ignored, errors name file and line. */
public final class JsonLines {
    private JsonLines() {}

    /**
     * What each line holds, in their order.
     *
     * @throws AmbitException where the file cannot be read, or a line is wrong
     */
    public static <T> List<T> read(Path file, Function<JsonFields, T> read) {
        List<T> all = new ArrayList<>();
        int number = 0;
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    all.add(read.apply(new JsonFields(Json.parse(line))));
                }
            }
            return all;
        } catch (AmbitException e) {
            throw new AmbitException(file + ":" + number + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new AmbitException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }
}
