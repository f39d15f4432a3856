/** How well failures are told by their text: {@code ambit bench failures}. */
@NullMarked
package io.ambit.bench.failures;

import org.jspecify.annotations.NullMarked;
