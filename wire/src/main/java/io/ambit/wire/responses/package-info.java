/** OpenAI's Responses. */
@NullMarked
package io.ambit.wire.responses;

import org.jspecify.annotations.NullMarked;
