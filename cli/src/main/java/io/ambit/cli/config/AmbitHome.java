package io.ambit.cli.config;

import io.ambit.core.error.AmbitException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/** The data folder: {@code AMBIT_HOME}, else {@code .ambit} in the user's home. */
public record AmbitHome(Path folder) {

    public static AmbitHome of(Map<String, String> environment) {
        String given = environment.getOrDefault("AMBIT_HOME", "");
        if (!given.isEmpty()) {
            return new AmbitHome(Path.of(given).toAbsolutePath());
        }
        String user = environment.getOrDefault("HOME", "");
        return new AmbitHome(Path.of(user.isEmpty() ? System.getProperty("user.home", ".") : user, ".ambit")
                .toAbsolutePath());
    }

    public Path configFile() {
        return folder.resolve("config.toml");
    }

    public Path tokenFile() {
        return folder.resolve("token");
    }

    public Path database() {
        return folder.resolve("ambit.db");
    }

    /** The search index of memory, which can be built again. */
    public Path index() {
        return folder.resolve("index");
    }

    /** Readable mirrors of memory. */
    public Path memory() {
        return folder.resolve("memory");
    }

    /** The user's own profiles of models. */
    public Path profiles() {
        return folder.resolve("profiles");
    }

    /** The projects that were worked in, with their folders. */
    public Path projects() {
        return folder.resolve("projects.json");
    }

    public Path logs() {
        return folder.resolve("logs");
    }

    /** Makes the folder where it is not there, for its owner only. */
    public void create() {
        createPrivate(folder);
    }

    /** Makes the folder for log files where it is not there. */
    public void createLogs() {
        create();
        createPrivate(logs());
    }

    private static void createPrivate(Path folder) {
        try {
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                FileAttribute<?> owner =
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
                Files.createDirectories(folder, owner);
            } else {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new AmbitException(folder + ": the data folder cannot be made: " + e.getMessage(), e);
        }
    }
}
