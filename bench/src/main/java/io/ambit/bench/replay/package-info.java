/** {@code ambit replay}: recorded sessions run again under each policy, exactly as the gateway would, and scored. */
@NullMarked
package io.ambit.bench.replay;

import org.jspecify.annotations.NullMarked;
