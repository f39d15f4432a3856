package io.ambit.server;

import io.ambit.core.session.Space;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A path that goes to an upstream: {@code /v1/...}, {@code /api/...}, and the same under {@code /s/SPACE}.
 *
 * @param space {@link Space#DEFAULT} where the path names none
 * @param path without the prefix of the space
 */
record ForwardedPath(Space space, String path) {
    private static final List<String> ROOTS = List.of("/v1/", "/api/");
    private static final String SPACES = "/s/";

    /** Whether {@code path} is of this kind. */
    static boolean isOne(String path) {
        String rest = withoutSpace(path);
        return rest != null && ROOTS.stream().anyMatch(rest::startsWith);
    }

    /**
     * Reads a path of this kind, still encoded.
     *
     * @throws IllegalArgumentException where the name of the space is none
     */
    static ForwardedPath of(String path) {
        String rest = withoutSpace(path);
        if (rest == null || rest.length() == path.length()) {
            return new ForwardedPath(Space.DEFAULT, path);
        }
        return new ForwardedPath(new Space(path.substring(SPACES.length(), path.length() - rest.length())), rest);
    }

    private static @Nullable String withoutSpace(String path) {
        if (!path.startsWith(SPACES)) {
            return path;
        }
        int end = path.indexOf('/', SPACES.length());
        return end < 0 ? null : path.substring(end);
    }
}
