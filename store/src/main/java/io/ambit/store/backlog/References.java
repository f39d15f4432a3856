package io.ambit.store.backlog;

import io.ambit.core.item.Item;
import io.ambit.core.item.ItemId;
import io.ambit.core.spi.BacklogStore.Target;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Follows what items point at: ids, addresses of this backlog, and paths from the item's own file, from the folder of
 * items or from the root. Everything else is named and left alone.
 */
final class References {
    private static final int MAX_LENGTH = 2_000;
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]{1,30}):(.*)");
    private static final String LOCAL = "localhost";

    private final BacklogFolder folder;
    private final AllowedFiles allowed;

    References(BacklogFolder folder) {
        this.folder = folder;
        this.allowed = new AllowedFiles(folder);
    }

    Target resolve(Reading all, Item from, String url) {
        String written = url.strip();
        if (written.isEmpty() || written.length() > MAX_LENGTH) {
            return new Target.None("a reference of " + written.length() + " characters, expected 1 to " + MAX_LENGTH);
        }
        if (hasForbidden(written)) {
            return new Target.None("it holds a control character or a backslash");
        }
        Optional<Target> item = item(all, written);
        if (item.isPresent()) {
            return item.get();
        }
        Matcher scheme = SCHEME.matcher(written);
        if (!scheme.matches()) {
            return path(all, from, written, true);
        }
        return switch (scheme.group(1).toLowerCase(Locale.ROOT)) {
            case "file" -> file(all, from, scheme.group(2));
            case "mcp" -> ofBacklog(all, from, written);
            default -> new Target.OfUrl(written);
        };
    }

    private static boolean hasForbidden(String text) {
        return text.indexOf('\\') >= 0 || text.chars().anyMatch(c -> c < 0x20 || c == 0x7F || (c >= 0x80 && c < 0xA0));
    }

    private static Optional<Target> item(Reading all, String written) {
        List<Item> found = all.byKey().getOrDefault(ItemId.key(written), List.of());
        return found.stream().min(Item.OLDER_FIRST).map(item -> new Target.OfItem(item.id()));
    }

    /** {@code mcp://backlog/PATH}, {@code mcp://backlog/TASK-0001}. */
    private Target ofBacklog(Reading all, Item from, String written) {
        if (!written.startsWith(ItemId.RESOURCE)) {
            return new Target.OfUrl(written);
        }
        String path = written.substring(ItemId.RESOURCE.length());
        return item(all, path).orElseGet(() -> decoded(all, from, withoutQuery(path), false));
    }

    private Target file(Reading all, Item from, String rest) {
        String path = withoutQuery(rest);
        if (path.startsWith("//")) {
            int slash = path.indexOf('/', 2);
            String host = slash < 0 ? path.substring(2) : path.substring(2, slash);
            if (slash < 0 || !(host.isEmpty() || host.equalsIgnoreCase(LOCAL))) {
                return new Target.None("it names a file of another machine");
            }
            path = path.substring(slash);
        }
        return path.startsWith("/")
                ? decoded(all, from, path, true)
                : new Target.None("it is no absolute file address, expected file:///PATH");
    }

    private Target path(Reading all, Item from, String written, boolean anywhere) {
        Target found = decoded(all, from, written, anywhere);
        int fragment = written.indexOf('#');
        return found instanceof Target.None && fragment > 0
                ? decoded(all, from, written.substring(0, fragment), anywhere)
                : found;
    }

    private static String withoutQuery(String text) {
        int end = text.length();
        for (char mark : new char[] {'#', '?'}) {
            int at = text.indexOf(mark);
            end = at < 0 ? end : Math.min(end, at);
        }
        return text.substring(0, end);
    }

    private Target decoded(Reading all, Item from, String encoded, boolean anywhere) {
        Optional<String> text = PercentDecoding.decode(encoded);
        if (text.isEmpty() || hasForbidden(text.get())) {
            return new Target.None("its encoding is wrong, or hides another one");
        }
        try {
            return lookUp(all, from, Path.of(text.get()), anywhere);
        } catch (InvalidPathException e) {
            return new Target.None("it is no path");
        }
    }

    private Target lookUp(Reading all, Item from, Path path, boolean anywhere) {
        if (path.isAbsolute()) {
            return anywhere ? at(all, path.normalize()) : new Target.None("it is no path below the backlog's folder");
        }
        Path own = folder.docs().resolve(from.path()).resolveSibling(path);
        List<Path> places = anywhere
                ? List.of(own, folder.docs().resolve(path), folder.root().resolve(path))
                : List.of(folder.docs().resolve(path));
        Target last = new Target.None("there is no such file");
        for (Path place : places) {
            Target found = at(all, place.normalize());
            if (!(found instanceof Target.None)) {
                return found;
            }
            last = found;
        }
        return last;
    }

    private Target at(Reading all, Path place) {
        if (place.startsWith(folder.docs())) {
            Item item = all.byPath().get(folder.docs().relativize(place).toString());
            if (item != null) {
                return new Target.OfItem(item.id());
            }
        }
        return allowed.read(place);
    }
}
