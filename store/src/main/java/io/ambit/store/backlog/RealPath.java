package io.ambit.store.backlog;

import java.io.IOException;
import java.nio.file.Path;

/** A path with its links followed, as far as it is there. */
final class RealPath {
    private RealPath() {}

    /** The real path of what is there, and the rest of the path as it is. */
    static Path of(Path path) {
        Path there = path.toAbsolutePath().normalize();
        Path missing = Path.of("");
        while (there != null) {
            try {
                return there.toRealPath().resolve(missing).normalize();
            } catch (IOException e) {
                Path name = there.getFileName();
                missing = name == null ? missing : name.resolve(missing);
                there = there.getParent();
            }
        }
        return path.toAbsolutePath().normalize();
    }
}
