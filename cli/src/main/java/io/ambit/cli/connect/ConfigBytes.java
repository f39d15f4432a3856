package io.ambit.cli.connect;

import io.ambit.core.error.AmbitException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A client's configuration file as bytes: replaced whole, never in part, and with the permissions that it has. */
final class ConfigBytes {
    private static final long MOST = 64L << 20;

    private ConfigBytes() {}

    /** The file that is meant: where a link stands, what it leads to. */
    static Path real(Path file) {
        try {
            return Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        } catch (IOException e) {
            throw new AmbitException(file + ": cannot be reached: " + e.getMessage(), e);
        }
    }

    /** No bytes where there is no file. */
    static byte[] read(Path file) {
        try {
            if (!Files.exists(file)) {
                return new byte[0];
            }
            if (!Files.isRegularFile(file) || Files.size(file) > MOST) {
                throw new AmbitException(file + ": expected a file of configuration");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new AmbitException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** Writes the file; returns the folders that were made for it, the outermost first. */
    static List<Path> write(Path file, byte[] bytes) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            List<Path> made = new ArrayList<>();
            for (Path at = folder; at != null && !Files.exists(at); at = at.getParent()) {
                made.addFirst(at);
            }
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Path fresh = Files.createTempFile(folder, "." + file.getFileName(), ".new");
            try {
                Files.write(fresh, bytes);
                takePermissions(file, fresh);
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
            return made;
        } catch (IOException e) {
            throw new AmbitException(file + ": cannot be written: " + e.getMessage(), e);
        }
    }

    /** A copy beside the file that nobody else can read: there may be keys in it. */
    static void backUp(Path file, Path backup) {
        try {
            Files.copy(file, backup, StandardCopyOption.COPY_ATTRIBUTES);
            if (isPosix()) {
                Files.setPosixFilePermissions(backup, PosixFilePermissions.fromString("rw-------"));
            }
        } catch (IOException e) {
            throw new AmbitException(backup + ": cannot be written: " + e.getMessage(), e);
        }
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new AmbitException(file + ": cannot be deleted: " + e.getMessage(), e);
        }
    }

    private static void takePermissions(Path from, Path to) throws IOException {
        if (isPosix() && Files.exists(from)) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(from);
            Files.setPosixFilePermissions(to, permissions);
        }
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
