/** Values of what happened while memory was used: what was asked and found, what was shown, what was changed for it. */
@NullMarked
package io.ambit.core.event;

import org.jspecify.annotations.NullMarked;
