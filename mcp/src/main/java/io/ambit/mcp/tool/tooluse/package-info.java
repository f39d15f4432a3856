/** Tools of advice on tools: which to call, how, what failed, what calls cost. */
@NullMarked
package io.ambit.mcp.tool.tooluse;

import org.jspecify.annotations.NullMarked;
