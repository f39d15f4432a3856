package io.ambit.cli.terminal;

import io.ambit.core.session.Space;
import io.ambit.core.text.Hash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The space of a folder: that of the git working tree it lies in, else the default one. The name is the root folder's
 * with a hash of its path, so that two projects of one name do not share their memory.
 */
public final class FolderSpace {
    private static final int NAME_LENGTH = 60;
    private static final int HASH_LENGTH = 8;

    private FolderSpace() {}

    public static Space of(Path folder) {
        Path root = gitRoot(folder.toAbsolutePath().normalize());
        if (root == null) {
            return Space.DEFAULT;
        }
        String name = String.valueOf(root.getFileName()).replaceAll("[^A-Za-z0-9._-]", "-");
        String start = name.isEmpty() || !Character.isLetterOrDigit(name.charAt(0)) ? "p" + name : name;
        String hash = Hash.of(real(root).toString()).hex().substring(0, HASH_LENGTH);
        return new Space(start.substring(0, Math.min(start.length(), NAME_LENGTH)) + "-" + hash);
    }

    /** The root of the git working tree that a folder lies in, else the folder itself; an absolute path. */
    public static Path root(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        Path root = gitRoot(absolute);
        return root == null ? absolute : root;
    }

    private static @Nullable Path gitRoot(Path folder) {
        for (Path at = folder; at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(".git"))) {
                return at;
            }
        }
        return null;
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            return folder;
        }
    }
}
