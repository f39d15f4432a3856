/** What every command shares: the terminal it runs in, and how results, progress and interruption look there. */
@NullMarked
package io.ambit.cli.terminal;

import org.jspecify.annotations.NullMarked;
