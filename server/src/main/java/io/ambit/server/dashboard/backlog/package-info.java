/** Pages on a project's backlog: the board, and an item with its relations and its assembled context. */
@NullMarked
package io.ambit.server.dashboard.backlog;

import org.jspecify.annotations.NullMarked;
