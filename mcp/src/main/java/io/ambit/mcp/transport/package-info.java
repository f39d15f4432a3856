/** The ways in: lines on standard input and output, and Streamable HTTP; both carry the sessions of the SDK. */
@NullMarked
package io.ambit.mcp.transport;

import org.jspecify.annotations.NullMarked;
