/** A client that is connected: what it can do, which project it works in, and its calls while they are carried out. */
@NullMarked
package io.ambit.mcp.session;

import org.jspecify.annotations.NullMarked;
