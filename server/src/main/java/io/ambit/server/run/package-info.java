/** Agents that were started with {@code ambit run}: where their requests go, and whether any is left. */
@NullMarked
package io.ambit.server.run;

import org.jspecify.annotations.NullMarked;
