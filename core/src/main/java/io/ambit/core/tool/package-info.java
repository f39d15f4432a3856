/** Tools as agents are offered them, calls of them, and what came of the calls. */
@NullMarked
package io.ambit.core.tool;

import org.jspecify.annotations.NullMarked;
