package io.ambit.store.backlog;

import io.ambit.core.error.AmbitException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Writes files so that they are whole at any time: to a hidden file beside, flushed to disk, which then takes the name.
 *
 * @param isPrivate whether new files and folders are their owner's alone; else the umask decides
 */
record WholeFile(boolean isPrivate) {
    private static final String LEFTOVER = ".writing";
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    /** Whether a file is what a writer left that was killed. */
    static boolean isLeftover(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith(".") && name.endsWith(LEFTOVER);
    }

    void write(Path file, byte[] bytes) {
        write(file, bytes, true);
    }

    /**
     * Writes a file.
     *
     * @param durable whether it has to survive a power cut; a kill it survives anyway
     */
    void write(Path file, byte[] bytes, boolean durable) {
        Path folder = parent(file);
        createFolders(folder);
        byte[] random = new byte[6];
        ThreadLocalRandom.current().nextBytes(random);
        Path fresh =
                folder.resolve("." + file.getFileName() + "." + HexFormat.of().formatHex(random) + LEFTOVER);
        try {
            try (FileChannel channel =
                    FileChannel.open(fresh, options(StandardOpenOption.CREATE_NEW), attributes(false))) {
                ByteBuffer rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                if (durable) {
                    channel.force(true);
                }
            }
            keepPermissions(file, fresh);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new AmbitException(file + ": cannot be written: " + e, e);
        } finally {
            remove(fresh);
        }
    }

    private static void remove(Path fresh) {
        try {
            Files.deleteIfExists(fresh);
        } catch (IOException e) {
            throw new AmbitException(fresh + ": cannot be removed: " + e, e);
        }
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        if (POSIX) {
            try {
                Set<PosixFilePermission> before = Files.getPosixFilePermissions(from);
                if (!before.equals(Files.getPosixFilePermissions(to))) {
                    Files.setPosixFilePermissions(to, before);
                }
            } catch (NoSuchFileException e) {
                // A new file has what it was created with.
            }
        }
    }

    void createFolders(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder, attributes(true));
            }
        } catch (IOException e) {
            throw new AmbitException(folder + ": cannot be created: " + e, e);
        }
    }

    /** Moves a file to where nothing is. */
    void move(Path from, Path to) {
        createFolders(parent(to));
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new AmbitException(from + ": cannot be moved to " + to + ": " + e, e);
        }
    }

    Set<OpenOption> options(StandardOpenOption how) {
        return Set.of(how, StandardOpenOption.WRITE);
    }

    FileAttribute<?>[] attributes(boolean folder) {
        if (!isPrivate || !POSIX) {
            return new FileAttribute<?>[0];
        }
        Set<PosixFilePermission> own = EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        if (folder) {
            own.add(PosixFilePermission.OWNER_EXECUTE);
        }
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(own)};
    }

    private static Path parent(Path file) {
        Path folder = file.getParent();
        if (folder == null) {
            throw new AmbitException(file + ": has no folder");
        }
        return folder;
    }
}
