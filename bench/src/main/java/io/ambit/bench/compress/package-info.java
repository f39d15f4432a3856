/** How fast the compressors are, by JMH. */
@NullMarked
package io.ambit.bench.compress;

import org.jspecify.annotations.NullMarked;
