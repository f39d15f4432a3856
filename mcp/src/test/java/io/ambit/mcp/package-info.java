@NullMarked
package io.ambit.mcp;

import org.jspecify.annotations.NullMarked;
