/** {@code ambit mcp}: the protocol on standard input and output. */
@NullMarked
package io.ambit.cli.mcp;

import org.jspecify.annotations.NullMarked;
