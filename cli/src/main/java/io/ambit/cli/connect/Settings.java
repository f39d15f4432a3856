package io.ambit.cli.connect;

import io.ambit.core.error.AmbitException;
import io.ambit.core.error.InvalidInputException;
import io.ambit.core.text.Json;
import io.ambit.core.text.Utf8;
import java.nio.file.Path;

/** What a client's files say of where its models are. */
final class Settings {
    private Settings() {}

    /**
     * A file of JSON, an empty object where there is none.
     *
     * @throws AmbitException where it cannot be read as such
     */
    static Json json(Path file) {
        byte[] bytes = ConfigBytes.read(file);
        try {
            return CommentedJson.parse(Utf8.decode(bytes).isBlank() ? Utf8.encode("{}") : bytes);
        } catch (InvalidInputException e) {
            throw new AmbitException(file + ": " + e.getMessage(), e);
        }
    }
}
