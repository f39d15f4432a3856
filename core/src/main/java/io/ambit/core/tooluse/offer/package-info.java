/** What it costs to offer tools. */
@NullMarked
package io.ambit.core.tooluse.offer;

import org.jspecify.annotations.NullMarked;
