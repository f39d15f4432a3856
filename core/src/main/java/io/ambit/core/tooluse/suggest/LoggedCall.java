package io.ambit.core.tooluse.suggest;

import java.util.Map;

/**
 * A request that a tool was called for.
 *
 * @param text of the request
 * @param arguments of the call, as a tree
 */
public record LoggedCall(String text, String tool, boolean failed, Map<String, Object> arguments) {}
