package io.ambit.cli.project;

import io.ambit.core.session.Space;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --space} and {@code --folder}: whose backlog is meant. */
public final class ProjectOption {
    @Option(
            names = "--space",
            paramLabel = "SPACE",
            description = "Use the project of this space; without it that of the current folder.")
    private @Nullable Space space;

    @Option(names = "--folder", paramLabel = "DIR", description = "Work as if called in this folder.")
    private @Nullable Path folder;

    @Nullable Space space() {
        return space;
    }

    @Nullable Path folder() {
        return folder;
    }
}
