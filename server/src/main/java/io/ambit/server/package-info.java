/** The HTTP surface and the security at its door. */
@NullMarked
package io.ambit.server;

import org.jspecify.annotations.NullMarked;
