/** The tool that brings back in full what was cut from a session. */
@NullMarked
package io.ambit.mcp.tool.context;

import org.jspecify.annotations.NullMarked;
