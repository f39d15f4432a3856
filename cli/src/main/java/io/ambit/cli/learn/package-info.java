/** {@code ambit learn}: what was learned, and what a person decides on it. */
@NullMarked
package io.ambit.cli.learn;

import org.jspecify.annotations.NullMarked;
