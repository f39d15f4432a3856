package io.ambit.bench.replay;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that appears under its name when it is whole, or not at all. Close it without {@link #commit} to give up. */
final class PendingFile implements AutoCloseable {
    private final Path target;
    private final Path temporary;
    private final OutputStream out;

    PendingFile(Path target) throws IOException {
        this.target = target;
        Path folder = target.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        temporary = Files.createTempFile(folder == null ? Path.of(".") : folder, ".ambit-", ".tmp");
        // Goes at Ctrl-C too.
        temporary.toFile().deleteOnExit();
        out = new BufferedOutputStream(Files.newOutputStream(temporary), 1 << 16);
    }

    OutputStream out() {
        return out;
    }

    /** Puts the file in its place. */
    void commit() throws IOException {
        out.close();
        Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(temporary);
    }
}
