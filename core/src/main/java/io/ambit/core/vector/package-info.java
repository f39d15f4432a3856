/** Vectors of texts, and how alike they are. */
@NullMarked
package io.ambit.core.vector;

import org.jspecify.annotations.NullMarked;
