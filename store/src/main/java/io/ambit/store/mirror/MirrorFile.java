package io.ambit.store.mirror;

import io.ambit.core.error.AmbitException;
import io.ambit.core.session.Space;
import io.ambit.core.text.Hash;
import io.ambit.core.text.JsonTree;
import io.ambit.core.text.Utf8;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A file that is there whole or as it was before, and that its owner only can read. */
final class MirrorFile {
    private MirrorFile() {}

    /** The folder of a space below another: itself for the default space, else one of its own below it. */
    static Path folder(Path parent, Space space) {
        if (space.equals(Space.DEFAULT)) {
            return parent;
        }
        String name = space.id();
        // Some file systems take "Work" and "work" for one, and names that end in a full stop for others.
        boolean isPlain = name.equals(name.toLowerCase(Locale.ROOT)) && !name.endsWith(".");
        return parent.resolve("spaces")
                .resolve(isPlain ? name : name + "-" + Hash.of(name).hex().substring(0, 12));
    }

    /** Writes a JSON tree. */
    static void write(Path file, @Nullable Object tree) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null && !Files.isDirectory(folder)) {
                Files.createDirectories(folder, permissions("rwx------"));
            }
            Path fresh = Files.createTempFile(folder, "." + file.getFileName(), ".new", permissions("rw-------"));
            try {
                Files.write(fresh, Utf8.encode(JsonTree.write(tree) + "\n"));
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw new AmbitException(file + ": cannot be written: " + e, e);
        }
    }

    private static FileAttribute<?>[] permissions(String mode) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }
}
