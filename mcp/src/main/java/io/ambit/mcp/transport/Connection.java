package io.ambit.mcp.transport;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a client before it has said anything.
 *
 * @param folder absolute path of the folder that it works in; null where nothing says so
 * @param space the space that it asks for by name; null for that of its folder
 * @param tools the tools that it wants to see, as {@code --tools} names them; null for the default ones
 */
public record Connection(
        @Nullable String folder,
        @Nullable String space,
        @Nullable String tools) {
    public static final Connection UNKNOWN = new Connection(null, null, null);
}
