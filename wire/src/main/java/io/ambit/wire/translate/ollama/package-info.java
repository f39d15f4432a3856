/** From OpenAI's chat completions to Ollama's chat. */
@NullMarked
package io.ambit.wire.translate.ollama;

import org.jspecify.annotations.NullMarked;
