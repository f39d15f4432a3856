/** Ollama's own formats: chat and generate. */
@NullMarked
package io.ambit.wire.ollama;

import org.jspecify.annotations.NullMarked;
