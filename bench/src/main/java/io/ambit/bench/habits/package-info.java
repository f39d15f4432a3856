/** Habits that waste calls, over recorded sessions, with a sheet to check each finding by hand. */
@NullMarked
package io.ambit.bench.habits;

import org.jspecify.annotations.NullMarked;
