/** Reads what other programs keep as memory, and writes and reads Ambit's own export: bytes to drafts and back. */
@NullMarked
package io.ambit.wire.memory;

import org.jspecify.annotations.NullMarked;
