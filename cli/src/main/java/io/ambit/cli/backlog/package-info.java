/** {@code ambit backlog}: tasks, epics and what belongs to them, from the command line. */
@NullMarked
package io.ambit.cli.backlog;

import org.jspecify.annotations.NullMarked;
