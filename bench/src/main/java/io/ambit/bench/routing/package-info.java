/** How well an estimate of difficulty tells prompts for the stronger model from others. */
@NullMarked
package io.ambit.bench.routing;

import org.jspecify.annotations.NullMarked;
