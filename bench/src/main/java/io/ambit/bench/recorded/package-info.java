/** Recorded sessions: what a user's files and databases hold, and where agents keep theirs. */
@NullMarked
package io.ambit.bench.recorded;

import org.jspecify.annotations.NullMarked;
