package io.ambit.store.backlog;

import io.ambit.core.spi.BacklogStore.Target;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Set;

/**
 * The files that a reference may show: text below the root, no hidden ones, none whose name says that it holds keys. The
 * path is checked as it is written and again with its links followed.
 */
final class AllowedFiles {
    static final int MAX_FILE = 1 << 20;

    private static final Set<String> SECRET_NAMES = Set.of(
            "id_rsa",
            "id_dsa",
            "id_ecdsa",
            "id_ed25519",
            "credentials",
            "credentials.json",
            "secrets.json",
            "secrets.yml",
            "secrets.yaml",
            "token");
    private static final Set<String> SECRET_EXTENSIONS =
            Set.of("pem", "key", "p12", "pfx", "jks", "keystore", "kdbx", "ppk", "asc", "gpg");
    private static final Set<String> CONTROL = Set.of("trash", "state", "cache", "logs", "config.json");

    private final BacklogFolder folder;

    AllowedFiles(BacklogFolder folder) {
        this.folder = folder;
    }

    /** What a file holds, or why it is not shown. The path has to be absolute and normal. */
    Target read(Path path) {
        if (!path.startsWith(folder.root())) {
            return new Target.None("it lies outside of the project");
        }
        if (isHidden(folder.root(), folder.docs(), folder.control(), path)) {
            return new Target.None("it is a hidden file, or one that holds keys");
        }
        try {
            Path root = folder.root().toRealPath();
            Path real = path.toRealPath();
            if (!real.startsWith(root)) {
                return new Target.None("it leads outside of the project");
            }
            if (isHidden(root, RealPath.of(folder.docs()), RealPath.of(folder.control()), real)) {
                return new Target.None("it leads to a hidden file, or one that holds keys");
            }
            return text(root, real);
        } catch (IOException e) {
            return new Target.None("there is no such file");
        }
    }

    private static Target text(Path root, Path real) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(real, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!attributes.isRegularFile()) {
            return new Target.None(attributes.isDirectory() ? "it is a folder" : "it is no file");
        }
        if (attributes.size() > MAX_FILE) {
            return tooLarge();
        }
        try (InputStream in = Files.newInputStream(real, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = in.readNBytes(MAX_FILE + 1);
            if (bytes.length > MAX_FILE) {
                return tooLarge();
            }
            String text = ReadFile.text(bytes);
            return text.indexOf('\0') >= 0
                    ? new Target.None("it is no text")
                    : new Target.OfFile(root.relativize(real).toString(), text);
        } catch (CharacterCodingException e) {
            return new Target.None("it is no text");
        }
    }

    private static Target tooLarge() {
        return new Target.None("it is larger than " + MAX_FILE + " bytes");
    }

    private static boolean isHidden(Path root, Path docs, Path control, Path path) {
        // The folder of items may itself lie in a hidden one.
        boolean isDocument = path.startsWith(docs);
        Path shown = (isDocument ? docs : root).relativize(path);
        for (Path part : shown) {
            String name = part.toString().toLowerCase(Locale.ROOT);
            int dot = name.lastIndexOf('.');
            if (name.startsWith(".")
                    || SECRET_NAMES.contains(name)
                    || (dot > 0 && SECRET_EXTENSIONS.contains(name.substring(dot + 1)))) {
                return true;
            }
        }
        boolean isControl = path.startsWith(control) && (!isDocument || docs.equals(control));
        Path inControl = isControl ? control.relativize(path) : Path.of("");
        return CONTROL.contains(inControl.getName(0).toString());
    }
}
