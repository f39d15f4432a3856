package io.ambit.cli.hook;

import io.ambit.core.error.AmbitException;
import io.ambit.core.error.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** A session's file that somebody named: one that its reader may be shown, since it is the reader's own. */
final class Transcript {
    static final long MOST_BYTES = 256L << 20;

    private Transcript() {}

    /**
     * The file, where it is one of the user's own.
     *
     * @param data the data folder, which is the user's
     * @throws InvalidInputException where it is a link, no plain file, too large, empty, or somebody else's
     */
    static Path checked(Path file, Path data) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!attributes.isRegularFile()) {
                throw new InvalidInputException(file + ": expected a plain file, not a link, folder or device");
            }
            if (attributes.size() > MOST_BYTES) {
                throw new InvalidInputException(
                        file + ": " + attributes.size() + " bytes, expected at most " + MOST_BYTES);
            }
            if (!Files.getOwner(file, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(data))) {
                throw new InvalidInputException(file + ": belongs to another user");
            }
            return file;
        } catch (IOException e) {
            throw new AmbitException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }
}
