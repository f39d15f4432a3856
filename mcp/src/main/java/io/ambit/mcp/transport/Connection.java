package io.ambit.mcp.transport;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a client before it has said anything.
 *
 * @param folder absolute path of the folder that it works in; null where nothing says so
 * @param space the space that it asks for by name; null for that of its folder
 */
public record Connection(@Nullable String folder, @Nullable String space) {
    public static final Connection UNKNOWN = new Connection(null, null);
}
