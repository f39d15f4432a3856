/** A conversation as Ambit sees it, whatever wire format carried it: messages, their parts, tool calls with their results. */
@NullMarked
package io.ambit.core.message;

import org.jspecify.annotations.NullMarked;
