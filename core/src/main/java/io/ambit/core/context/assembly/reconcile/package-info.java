/** A person's review of what was captured for an epic, and the curated context that comes of it. */
@NullMarked
package io.ambit.core.context.assembly.reconcile;

import org.jspecify.annotations.NullMarked;
