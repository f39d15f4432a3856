/** What is known of Ollama servers: their models, the windows that these have, and how to get a larger one. */
@NullMarked
package io.ambit.gateway.ollama;

import org.jspecify.annotations.NullMarked;
