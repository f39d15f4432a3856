/** What many streams cost that stay open and say nothing. */
@NullMarked
package io.ambit.bench.streams;

import org.jspecify.annotations.NullMarked;
