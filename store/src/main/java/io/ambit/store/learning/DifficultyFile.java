package io.ambit.store.learning;

import io.ambit.core.error.AmbitException;
import io.ambit.core.routing.difficulty.DifficultyJson;
import io.ambit.core.routing.difficulty.LearnedDifficulty;
import io.ambit.store.file.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What was learned of the difficulty of prompts, in {@code learning/routing.json}. A file that cannot be read counts as
 * none: rules then decide. To forget what was learned, delete it.
 */
public final class DifficultyFile {
    private static final String FOLDER = "learning";
    private static final String NAME = "routing.json";

    /** What is written is much smaller. */
    private static final long MOST_BYTES = 64L << 20;

    private final Path file;

    /** @param home the data folder */
    public DifficultyFile(Path home) {
        this.file = home.resolve(FOLDER).resolve(NAME);
    }

    public Path file() {
        return file;
    }

    /** What was learned; empty where nothing was, or the file is of another version or damaged. */
    public Optional<LearnedDifficulty> read() {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                return Optional.empty();
            }
            return PrivateFile.read(file).map(DifficultyJson::read);
        } catch (IOException | AmbitException e) {
            return Optional.empty();
        }
    }

    /** Replaces what was learned before, in one step. */
    public void write(LearnedDifficulty learned) {
        PrivateFile.write(file, DifficultyJson.write(learned));
    }
}
