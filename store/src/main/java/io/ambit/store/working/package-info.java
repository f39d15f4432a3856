/** Working memory as files that people read and may edit. */
@NullMarked
package io.ambit.store.working;

import org.jspecify.annotations.NullMarked;
