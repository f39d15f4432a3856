package io.ambit.cli.connect;

import io.ambit.cli.terminal.Terminal;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/** Where programs and their files are on this machine. */
record Places(Path userHome, Map<String, String> environment) {
    private static final Pattern BETWEEN_FOLDERS = Pattern.compile(Pattern.quote(File.pathSeparator));

    static Places of(Terminal terminal) {
        return new Places(terminal.userHome(), terminal.environment());
    }

    /** The folder that a variable names, else that one in the user's home. */
    Path folder(String variable, String otherwise) {
        String given = environment.getOrDefault(variable, "");
        return given.isEmpty() ? userHome.resolve(otherwise) : Path.of(given);
    }

    /** Whether one of the folders of {@code PATH} holds this program. */
    boolean hasProgram(String name) {
        return BETWEEN_FOLDERS
                .splitAsStream(environment.getOrDefault("PATH", ""))
                .filter(folder -> !folder.isEmpty())
                .anyMatch(folder -> Files.isExecutable(Path.of(folder).resolve(name)));
    }

    static boolean isMac() {
        return System.getProperty("os.name", "").startsWith("Mac");
    }
}
