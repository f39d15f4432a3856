/** What the model sees already: pointers to lines that an earlier message shows, and identifiers that one holds. */
@NullMarked
package io.ambit.core.compress.shared;

import org.jspecify.annotations.NullMarked;
