package io.ambit.core.compress;

import java.util.Objects;

/**
 * The call that an output answers.
 *
 * @param toolName "" where the call is not known
 * @param arguments as they were sent, mostly JSON; "" where the call is not known
 */
public record Asked(String toolName, String arguments) {
    public static final Asked NOTHING = new Asked("", "");

    public Asked {
        Objects.requireNonNull(toolName, "toolName");
        Objects.requireNonNull(arguments, "arguments");
    }
}
