/** What calls of tools cost, where that is wasted, and whether it gets better. */
@NullMarked
package io.ambit.core.tooluse.usage;

import org.jspecify.annotations.NullMarked;
