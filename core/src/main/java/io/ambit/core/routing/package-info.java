/** Which model answers: rules, an estimate of difficulty, thresholds for a cost, and what is known of each model. */
@NullMarked
package io.ambit.core.routing;

import org.jspecify.annotations.NullMarked;
