/** Anthropic's messages, carried to upstreams that speak OpenAI's chat completions. */
@NullMarked
package io.ambit.wire.translate.anthropic;

import org.jspecify.annotations.NullMarked;
