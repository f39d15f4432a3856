/** What a policy makes of one text. */
@NullMarked
package io.ambit.bench.compress;

import org.jspecify.annotations.NullMarked;
