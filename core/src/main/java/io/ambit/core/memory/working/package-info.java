/** What one session leaves for the next, and one agent for another. It refers to records by id and never copies them. */
@NullMarked
package io.ambit.core.memory.working;

import org.jspecify.annotations.NullMarked;
