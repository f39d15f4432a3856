/** Tools that advise on the use of tools. */
@NullMarked
package io.ambit.mcp.tool.tooluse;

import org.jspecify.annotations.NullMarked;
