package io.ambit.server;

import io.ambit.core.session.Space;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A path that goes to an upstream: {@code /v1/...}, {@code /api/...}, the same under {@code /s/SPACE}, and whatever
 * stands under {@code /u/ID}.
 *
 * @param space {@link Space#DEFAULT} where the path names none
 * @param path without the prefix of the space
 */
record ForwardedPath(Space space, String path) {
    private static final List<String> ROOTS = List.of("/v1/", "/api/");
    private static final String SPACES = "/s/";
    private static final String OWN = "/u/";

    /** Whether {@code path} is of this kind. */
    static boolean isOne(String path) {
        String rest = without(SPACES, path);
        return path.startsWith(OWN) || (rest != null && ROOTS.stream().anyMatch(rest::startsWith));
    }

    /**
     * Reads a path without the prefix of an upstream, still encoded; null where nothing stands under its space.
     *
     * @throws IllegalArgumentException where the name of the space is none
     */
    static @Nullable ForwardedPath of(String path) {
        String rest = without(SPACES, path);
        if (rest == null) {
            return null;
        }
        boolean named = rest.length() < path.length();
        return new ForwardedPath(
                named ? new Space(path.substring(SPACES.length(), path.length() - rest.length())) : Space.DEFAULT,
                rest);
    }

    /** The path without any prefix, whatever the names in it. */
    static String ofAnySpace(String path) {
        String inside = Objects.requireNonNullElse(without(OWN, path), path);
        return Objects.requireNonNullElse(without(SPACES, inside), inside);
    }

    private static @Nullable String without(String prefix, String path) {
        if (!path.startsWith(prefix)) {
            return path;
        }
        int end = path.indexOf('/', prefix.length());
        return end < 0 ? null : path.substring(end);
    }
}
