/** Questions to memory and their answers: what is found, in which order, why, and how it is shown. */
@NullMarked
package io.ambit.core.memory.recall;

import org.jspecify.annotations.NullMarked;
