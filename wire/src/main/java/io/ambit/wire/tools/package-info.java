/** Definitions of tools as servers, agents and files spell them. */
@NullMarked
package io.ambit.wire.tools;

import org.jspecify.annotations.NullMarked;
