/** Which pieces of a context were opened and which were not, and what follows from it. */
@NullMarked
package io.ambit.core.context.assembly.preference;

import org.jspecify.annotations.NullMarked;
