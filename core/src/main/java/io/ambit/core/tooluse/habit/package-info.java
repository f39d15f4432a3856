/** Habits that waste calls: seven anti-patterns, found in what sessions called, general over tools. */
@NullMarked
package io.ambit.core.tooluse.habit;

import org.jspecify.annotations.NullMarked;
