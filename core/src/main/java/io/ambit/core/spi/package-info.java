/** Ports: what {@code core} needs from outside, implemented in other modules. */
@NullMarked
package io.ambit.core.spi;

import org.jspecify.annotations.NullMarked;
