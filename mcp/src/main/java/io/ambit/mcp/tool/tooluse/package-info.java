/** Tools about tools: which to call, how, and what calls cost. */
@NullMarked
package io.ambit.mcp.tool.tooluse;

import org.jspecify.annotations.NullMarked;
