/** The index of memory in Lucene: one for each space, derived from the store and built again where it is lost. */
@NullMarked
package io.ambit.store.index;

import org.jspecify.annotations.NullMarked;
