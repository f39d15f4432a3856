package io.ambit.store.file;

import io.ambit.core.error.AmbitException;
import io.ambit.core.session.Space;
import io.ambit.core.text.Hash;
import io.ambit.core.text.JsonTree;
import io.ambit.core.text.Utf8;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A file that is there whole or as it was before, and that its owner only can read. */
public final class PrivateFile {
    private static final int HASH_DIGITS = 12;
    private static final Object ONE_AT_A_TIME = new Object();

    private PrivateFile() {}

    /** The folder of one space: {@code parent} for the default one, else a folder two below it. */
    public static Path folder(Path parent, Space space) {
        return space.equals(Space.DEFAULT) ? parent : parent.resolve("spaces").resolve(name(space.id()));
    }

    /**
     * A name as that of a file: itself where it is of lower-case letters, digits, hyphens and underscores, else with a
     * hash, since some file systems take "Work" and "work" for one.
     */
    public static String name(String text) {
        StringBuilder plain = new StringBuilder();
        for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
            boolean isPlain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
            plain.append(isPlain ? c : '_');
        }
        String readable = plain.substring(0, Math.min(plain.length(), 100));
        return readable.equals(text) && !text.isEmpty()
                ? text
                : readable + "-" + Hash.of(text).hex().substring(0, HASH_DIGITS);
    }

    /** Writes a JSON tree. */
    public static void writeJson(Path file, @Nullable Object tree) {
        write(file, JsonTree.write(tree) + "\n");
    }

    /**
     * Writes a text.
     *
     * @throws AmbitException where it cannot be written; the old one is whole then
     */
    public static void write(Path file, String text) {
        try {
            Path folder = folderOf(file);
            Path fresh = Files.createTempFile(folder, "." + file.getFileName(), ".new", permissions("rw-------"));
            try {
                Files.write(fresh, Utf8.encode(text));
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw new AmbitException(file + ": cannot be written: " + e, e);
        }
    }

    /** The text of a file; empty where there is none. */
    public static Optional<String> read(Path file) {
        try {
            return Optional.of(Utf8.decode(Files.readAllBytes(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new AmbitException(file + ": cannot be read: " + e, e);
        }
    }

    /** Does something to a file that nobody else does at the same time, in this process or another. */
    public static <T> T alone(Path file, Supplier<T> work) {
        Path lockFile = file.resolveSibling("." + file.getFileName() + ".lock");
        synchronized (ONE_AT_A_TIME) {
            try {
                folderOf(file);
                create(lockFile);
                try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                        FileLock lock = channel.lock()) {
                    if (!lock.isValid()) {
                        throw new AmbitException(file + ": its lock was lost");
                    }
                    return work.get();
                }
            } catch (IOException e) {
                throw new AmbitException(file + ": cannot be locked: " + e, e);
            }
        }
    }

    private static void create(Path file) throws IOException {
        try {
            Files.createFile(file, permissions("rw-------"));
        } catch (FileAlreadyExistsException e) {
            // made before, or by another process
        }
    }

    private static Path folderOf(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("no folder of " + file);
        }
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, permissions("rwx------"));
        }
        return folder;
    }

    private static FileAttribute<?>[] permissions(String mode) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }
}
