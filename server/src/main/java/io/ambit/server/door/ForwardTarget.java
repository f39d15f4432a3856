package io.ambit.server.door;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether the target of a request may be appended to an upstream's base. It goes out as it came, so it must not hold
 * what a server might take for a way out of that base: segments of dots in any spelling, backslashes, control
 * characters.
 */
public final class ForwardTarget {
    private static final String SLASH = "(?:/|\\\\|%2[fF]|%5[cC])";
    private static final Pattern DOTS = Pattern.compile(SLASH + "(?:\\.|%2[eE]){1,2}(?:" + SLASH + "|;|%3[bB]|$)");
    private static final Pattern CONTROL = Pattern.compile("%(?:0[0-9a-fA-F]|1[0-9a-fA-F]|7[fF])");

    private ForwardTarget() {}

    /** Why {@code path}, with its {@code query}, goes nowhere; null where it may pass. */
    public static @Nullable String refusal(String path, @Nullable String query) {
        if (DOTS.matcher(path).find()) {
            return "the path has a segment of dots";
        }
        if (CONTROL.matcher(path).find()) {
            return "the path holds a control character";
        }
        try {
            // Whatever base it is appended to, a path that begins with a slash stays behind the host.
            new URI("http://upstream" + path + (query == null ? "" : "?" + query));
            return null;
        } catch (URISyntaxException e) {
            return "the path or the query holds a character that has to be encoded";
        }
    }
}
