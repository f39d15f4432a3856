/** What hangs together in a backlog, as far as the context of a task needs it. */
@NullMarked
package io.ambit.core.context.assembly.view;

import org.jspecify.annotations.NullMarked;
