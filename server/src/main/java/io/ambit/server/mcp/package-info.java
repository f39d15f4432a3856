/** MCP over Streamable HTTP, mounted in the server. */
@NullMarked
package io.ambit.server.mcp;

import org.jspecify.annotations.NullMarked;
