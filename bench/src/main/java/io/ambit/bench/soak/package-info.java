/** Hours of agents that behave as agents do, before a model server that behaves as badly as it can. */
@NullMarked
package io.ambit.bench.soak;

import org.jspecify.annotations.NullMarked;
