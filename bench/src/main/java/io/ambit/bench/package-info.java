/** Replay of recorded sessions and the benchmarks behind the figures in the documentation. */
@NullMarked
package io.ambit.bench;

import org.jspecify.annotations.NullMarked;
