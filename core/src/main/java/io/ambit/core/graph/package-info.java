/** How records, and how the items of a backlog, stand to each other, followed over several links. */
@NullMarked
package io.ambit.core.graph;

import org.jspecify.annotations.NullMarked;
