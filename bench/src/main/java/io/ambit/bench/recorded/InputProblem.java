package io.ambit.bench.recorded;

/**
 * A piece of input that was skipped.
 *
 * @param file as the user named it
 * @param line from 1; 0 where the whole file is meant
 * @param message what was expected and what came
 */
public record InputProblem(String file, long line, String message) {
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + message;
    }
}
