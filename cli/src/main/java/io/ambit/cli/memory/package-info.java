/** {@code ambit memory}: what is remembered, from the command line. */
@NullMarked
package io.ambit.cli.memory;

import org.jspecify.annotations.NullMarked;
