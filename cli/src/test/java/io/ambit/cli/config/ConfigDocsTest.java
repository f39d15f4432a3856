package io.ambit.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigDocsTest {
    private static final Path FILE = Path.of("..", "docs", "configuration.md");

    @Test
    void markdown_committedFile_isEqual() throws IOException {
        if (Boolean.getBoolean("ambit.docs.write")) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, ConfigDocs.markdown());
        }
        assertThat(FILE)
                .as("docs/configuration.md; the command in its first lines writes it anew")
                .hasContent(ConfigDocs.markdown());
    }
}
