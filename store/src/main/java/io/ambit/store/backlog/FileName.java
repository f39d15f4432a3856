package io.ambit.store.backlog;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file's folder and name say of it. In the folder of a {@link Kind}, a name that begins with the kind's prefix and
 * a number ({@code references/REF-0015-title.md}) or with a number of three digits or more
 * ({@code adr/0106.5-title.md}) is that item. Any other file is known by its path alone.
 *
 * @param kind of the folder that it lies in
 * @param id that its name gives it
 */
record FileName(Optional<Kind> kind, Optional<String> id) {
    private static final Pattern NUMBERED = Pattern.compile("([0-9]{3,9}(?:\\.[0-9]{1,9}){0,5})(?:[-_ ].*)?");
    private static final Pattern PREFIXED =
            Pattern.compile("([A-Za-z]{2,12})-([0-9]{1,9}(?:\\.[0-9]{1,9}){0,5})(?:[-_ ].*)?");

    /** Reads a path below the folder of items. */
    static FileName of(String path) {
        int name = path.lastIndexOf('/') + 1;
        String folder = name == 0 ? "" : path.substring(path.lastIndexOf('/', name - 2) + 1, name - 1);
        Optional<Kind> kind = Kind.inFolder(folder);
        return new FileName(kind, kind.flatMap(of -> id(of, base(path))));
    }

    /** The name without folder and extension. */
    static String base(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static Optional<String> id(Kind kind, String name) {
        Matcher numbered = NUMBERED.matcher(name);
        if (numbered.matches()) {
            return Optional.of(kind.numbered(numbered.group(1)));
        }
        Matcher prefixed = PREFIXED.matcher(name);
        if (prefixed.matches()) {
            String prefix = prefixed.group(1).toUpperCase(Locale.ROOT);
            if (prefix.equals(kind.prefix()) || prefix.equals(kind.type().name().toUpperCase(Locale.ROOT))) {
                return Optional.of(prefix + "-" + prefixed.group(2));
            }
        }
        return Optional.empty();
    }
}
