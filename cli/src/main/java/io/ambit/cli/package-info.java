/** Commands, configuration and main. */
@NullMarked
package io.ambit.cli;

import org.jspecify.annotations.NullMarked;
