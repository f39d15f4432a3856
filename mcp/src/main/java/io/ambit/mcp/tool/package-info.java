/** The tools: each knows its schema, what it does, and what it answers; none knows the protocol. */
@NullMarked
package io.ambit.mcp.tool;

import org.jspecify.annotations.NullMarked;
