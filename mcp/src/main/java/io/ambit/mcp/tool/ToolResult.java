package io.ambit.mcp.tool;

import java.util.Map;

/**
 * What a call answers.
 *
 * @param structured by the tool's output schema
 * @param text the same for models that read text
 */
public record ToolResult(Map<String, Object> structured, String text) {}
