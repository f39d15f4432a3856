/** OpenAI's chat completions. */
@NullMarked
package io.ambit.wire.chat;

import org.jspecify.annotations.NullMarked;
