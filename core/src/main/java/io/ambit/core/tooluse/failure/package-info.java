/** What a failed call failed of, and what to do about it. */
@NullMarked
package io.ambit.core.tooluse.failure;

import org.jspecify.annotations.NullMarked;
