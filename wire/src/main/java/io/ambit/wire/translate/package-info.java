/** From the wire format of a client to that of an upstream, and back: three pairs and no more. */
@NullMarked
package io.ambit.wire.translate;

import org.jspecify.annotations.NullMarked;
