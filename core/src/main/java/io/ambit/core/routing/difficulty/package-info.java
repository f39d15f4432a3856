/** What outcomes teach about prompts: how much a stronger model would gain. Words and shapes only, no model is asked. */
@NullMarked
package io.ambit.core.routing.difficulty;

import org.jspecify.annotations.NullMarked;
