package io.ambit.cli.config;

import io.ambit.core.error.AmbitException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The secret that reading what was recorded needs: 32 random bytes in base64url, in a file that only its owner reads. */
public final class AccessToken {
    private AccessToken() {}

    /** The token of this data folder; made at the first call. */
    public static String of(AmbitHome home) {
        Path file = home.tokenFile();
        try {
            if (!Files.exists(file)) {
                home.create();
                create(file);
            }
            String token = Files.readString(file).trim();
            if (token.isEmpty()) {
                throw new AmbitException(file + ": expected a token, found nothing; delete the file to have one made");
            }
            return token;
        } catch (IOException e) {
            throw new AmbitException(file + ": the token cannot be read or made: " + e.getMessage(), e);
        }
    }

    private static void create(Path file) throws IOException {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        // A temporary file is its owner's alone from the start, and a reader never sees half a token.
        Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "token", ".new");
        try {
            Files.writeString(fresh, token + "\n");
            if (Files.getFileStore(fresh).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
            }
            putInPlace(fresh, file);
        } catch (FileAlreadyExistsException e) {
            // Another process was first: its token counts.
            return;
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** Never replaces a token that is there: somebody may have read it. */
    private static void putInPlace(Path fresh, Path file) throws IOException {
        try {
            Files.createLink(file, fresh);
        } catch (UnsupportedOperationException e) {
            // A file system without hard links: a rename, which looks first whether there is one.
            Files.move(fresh, file);
        }
    }
}
