package io.ambit.cli.connect;

import java.nio.file.Path;

/**
 * Something that is to stand in a file.
 *
 * @param what it does, for people: "MCP server"
 */
record Change(String what, Path file, ConfigEntry entry) {}
