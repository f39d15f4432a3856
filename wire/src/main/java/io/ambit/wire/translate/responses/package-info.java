/** OpenAI's Responses for an upstream that speaks chat completions. */
@NullMarked
package io.ambit.wire.translate.responses;

import org.jspecify.annotations.NullMarked;
