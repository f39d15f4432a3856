/** Which tools a client gets to see. */
@NullMarked
package io.ambit.mcp.tool.set;

import org.jspecify.annotations.NullMarked;
