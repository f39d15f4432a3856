/** {@code ambit connect}: how agents are pointed at Ambit, shown, written with a backup, and taken back. */
@NullMarked
package io.ambit.cli.connect;

import org.jspecify.annotations.NullMarked;
