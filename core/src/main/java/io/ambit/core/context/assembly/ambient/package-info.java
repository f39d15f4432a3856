/** What is in progress, what blocks it, what was decided last and what comes next, in a few lines. */
@NullMarked
package io.ambit.core.context.assembly.ambient;

import org.jspecify.annotations.NullMarked;
