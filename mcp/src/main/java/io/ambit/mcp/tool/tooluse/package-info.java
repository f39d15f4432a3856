/** Tools that advise on tools. */
@NullMarked
package io.ambit.mcp.tool.tooluse;

import org.jspecify.annotations.NullMarked;
