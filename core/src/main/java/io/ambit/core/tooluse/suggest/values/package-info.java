/** Arguments of a call from the words of a request, the schema, and calls that worked. */
@NullMarked
package io.ambit.core.tooluse.suggest.values;

import org.jspecify.annotations.NullMarked;
