/** Sequences of calls: a plan made shorter, by rules of the tools and by what worked before. */
@NullMarked
package io.ambit.core.tooluse.sequence;

import org.jspecify.annotations.NullMarked;
