/** What kind of task a question is asked for, and in which measure each kind of memory is drawn on for it. */
@NullMarked
package io.ambit.core.memory.task;

import org.jspecify.annotations.NullMarked;
