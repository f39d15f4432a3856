/** Whether a call is right before it is made, what is wrong with it, and the call that was meant where that is certain. */
@NullMarked
package io.ambit.core.tooluse.check;

import org.jspecify.annotations.NullMarked;
