package io.ambit.cli.run;

import io.ambit.core.error.AmbitException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.dataformat.toml.TomlMapper;

/** Settings of agents, read and never written. */
final class SettingsFile {
    /** As people write it: with comments and a comma after the last item. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    private SettingsFile() {}

    /**
     * The file's tree; an empty object where there is no file, or nothing in it.
     *
     * @throws AmbitException where it cannot be read: where the agent's requests would go is then not known
     */
    static JsonNode json(Path file) {
        return read(file, true);
    }

    /** Likewise, for TOML. */
    static JsonNode toml(Path file) {
        return read(file, false);
    }

    /**
     * A tree that was given as text.
     *
     * @param where it stands, for the message
     */
    static JsonNode parse(String text, String where, boolean json) {
        if (text.isBlank()) {
            return JsonNodeFactory.instance.objectNode();
        }
        try {
            return json ? JSON.readTree(text) : new TomlMapper().readTree(text);
        } catch (JacksonException e) {
            throw new AmbitException(
                    where + ": cannot be read, and so it is not known where requests would go: "
                            + e.getOriginalMessage(),
                    e);
        }
    }

    private static JsonNode read(Path file, boolean json) {
        if (!Files.isRegularFile(file)) {
            return JsonNodeFactory.instance.objectNode();
        }
        try {
            return parse(Files.readString(file), file.toString(), json);
        } catch (IOException e) {
            throw new AmbitException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }
}
