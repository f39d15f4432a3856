/** Items read in full, with what they refer to and the epic that they belong to, within a budget of tokens. */
@NullMarked
package io.ambit.core.backlog.hydrate;

import org.jspecify.annotations.NullMarked;
