/** What agents and people find out while they work, kept and tied to the items that it is about. */
@NullMarked
package io.ambit.core.context.assembly.insight;

import org.jspecify.annotations.NullMarked;
