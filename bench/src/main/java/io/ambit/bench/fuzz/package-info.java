/** Bytes that nobody should send, given to everything that reads bytes from outside. */
@NullMarked
package io.ambit.bench.fuzz;

import org.jspecify.annotations.NullMarked;
