/** Prompts that a person chooses: each brings the context it needs along. */
@NullMarked
package io.ambit.mcp.prompt;

import org.jspecify.annotations.NullMarked;
