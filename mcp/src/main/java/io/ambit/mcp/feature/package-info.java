/** What a server offers, in the protocol's words: tools, resources and prompts. */
@NullMarked
package io.ambit.mcp.feature;

import org.jspecify.annotations.NullMarked;
