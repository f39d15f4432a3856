/** Values of memory: records of every kind, where they come from, and how they are linked. */
@NullMarked
package io.ambit.core.record;

import org.jspecify.annotations.NullMarked;
