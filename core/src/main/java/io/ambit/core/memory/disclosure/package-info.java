/**
 * Memory shown little by little: an index of topics, a timeline, full records; what that costs, and what is done where
 * it costs too much.
 */
@NullMarked
package io.ambit.core.memory.disclosure;

import org.jspecify.annotations.NullMarked;
