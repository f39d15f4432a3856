/** Anthropic's messages. */
@NullMarked
package io.ambit.wire.anthropic;

import org.jspecify.annotations.NullMarked;
