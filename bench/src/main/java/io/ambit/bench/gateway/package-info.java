/** What the gateway costs: added latency, and the time that building a request takes. */
@NullMarked
package io.ambit.bench.gateway;

import org.jspecify.annotations.NullMarked;
