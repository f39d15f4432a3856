/** Patterns of failed calls and what got over them: drawn from recorded calls, active once a person approves. */
@NullMarked
package io.ambit.core.tooluse.pattern;

import org.jspecify.annotations.NullMarked;
