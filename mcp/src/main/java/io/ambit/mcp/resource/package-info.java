/** Backlog files, memory records and the active context as resources, each only of the project that a client works in. */
@NullMarked
package io.ambit.mcp.resource;

import org.jspecify.annotations.NullMarked;
