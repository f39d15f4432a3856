/** The context of a task, epic or question put together out of backlog and memory, within a budget of tokens. */
@NullMarked
package io.ambit.core.context.assembly;

import org.jspecify.annotations.NullMarked;
