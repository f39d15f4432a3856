/** The tools that list, read, write and search the backlog of the project that a client works in. */
@NullMarked
package io.ambit.mcp.tool.backlog;

import org.jspecify.annotations.NullMarked;
