/** The tools that recall, remember and forget in the memory of the project that a client works in. */
@NullMarked
package io.ambit.mcp.tool.memory;

import org.jspecify.annotations.NullMarked;
