package io.ambit.bench.routing;

import io.ambit.bench.JsonLines;
import io.ambit.core.error.AmbitException;
import io.ambit.core.record.JsonFields;
import io.ambit.core.routing.difficulty.Example;
import java.nio.file.Path;
import java.util.List;

/**
 * A prompt that two models answered.
 *
 * @param set which collection it is of
 */
public record RoutedPrompt(String set, String prompt, boolean weakRight, boolean strongRight) {

    /**
     * Reads JSON Lines.
     *
     * @throws AmbitException where the file cannot be read, or a line is wrong, with its number
     */
    public static List<RoutedPrompt> read(Path file) {
        return JsonLines.read(
                file,
                line -> new RoutedPrompt(
                        line.required("set"),
                        line.required("prompt"),
                        flag(line, "weak_correct"),
                        flag(line, "strong_correct")));
    }

    private static boolean flag(JsonFields line, String name) {
        if (!line.has(name)) {
            throw new AmbitException("no '" + name + "', expected true or false");
        }
        return line.flag(name, false);
    }

    public Example example() {
        return Example.of(prompt, weakRight, strongRight);
    }
}
