/** {@code ambit hook}: what agents run at the start and at the end of their sessions. */
@NullMarked
package io.ambit.cli.hook;

import org.jspecify.annotations.NullMarked;
