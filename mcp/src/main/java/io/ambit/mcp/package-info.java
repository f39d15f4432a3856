/** Backlog, memory and assembled context for agents, over the Model Context Protocol. */
@NullMarked
package io.ambit.mcp;

import org.jspecify.annotations.NullMarked;
