/** Parameters of tools, declared once: their JSON Schema and the reading of arguments come from the same words. */
@NullMarked
package io.ambit.mcp.tool.schema;

import org.jspecify.annotations.NullMarked;
