package io.ambit.cli.backlog;

import io.ambit.cli.terminal.Terminal;
import io.ambit.core.error.AmbitException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The editor that the user has chosen. */
record Editor(Terminal terminal) {

    /**
     * Has a text edited.
     *
     * @throws AmbitException where nobody sits at the terminal, no editor is chosen, or it fails
     */
    String edit(String text) {
        String visual = terminal.environment().getOrDefault("VISUAL", "");
        String editor = visual.isEmpty() ? terminal.environment().getOrDefault("EDITOR", "") : visual;
        if (!terminal.interactive() || editor.isEmpty()) {
            throw new AmbitException("editing needs a terminal and $EDITOR: expected --body, --append or --replace");
        }
        try {
            Path file = Files.createTempFile("ambit-", ".md");
            try {
                Files.writeString(file, text);
                // The variable may hold options; the file's name is handed over apart, and never read by the shell.
                int code = new ProcessBuilder("/bin/sh", "-c", editor + " \"$1\"", "sh", file.toString())
                        .inheritIO()
                        .start()
                        .waitFor();
                if (code != 0) {
                    throw new AmbitException("'" + editor + "' ended with " + code + ": nothing was changed");
                }
                return Files.readString(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new AmbitException("'" + editor + "' cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AmbitException("interrupted: nothing was changed", e);
        }
    }
}
