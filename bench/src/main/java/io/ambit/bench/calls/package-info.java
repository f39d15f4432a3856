/** How well wrong calls of tools are told from right ones, and mended. */
@NullMarked
package io.ambit.bench.calls;

import org.jspecify.annotations.NullMarked;
