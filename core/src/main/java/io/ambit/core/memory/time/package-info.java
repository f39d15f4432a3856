/** What a question says of time, and the span that it means. */
@NullMarked
package io.ambit.core.memory.time;

import org.jspecify.annotations.NullMarked;
