package io.ambit.cli.memory;

import io.ambit.cli.terminal.FolderSpace;
import io.ambit.core.session.Space;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --space}: whose memory is meant. */
final class MemorySpaceOption {
    @Option(
            names = "--space",
            paramLabel = "SPACE",
            description = "Use this space; without it that of the current folder's git repository, else 'default'.")
    private @Nullable Space space;

    Space space() {
        Space given = space;
        return given == null ? FolderSpace.of(Path.of("")) : given;
    }
}
