/** When facts hold that exclude each other. */
@NullMarked
package io.ambit.core.memory.fact;

import org.jspecify.annotations.NullMarked;
