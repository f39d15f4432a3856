/** Which tool serves a request, learned from which tools served requests before. */
@NullMarked
package io.ambit.core.tooluse.suggest;

import org.jspecify.annotations.NullMarked;
