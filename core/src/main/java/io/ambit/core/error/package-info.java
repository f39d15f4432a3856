/** Failures that are reported on purpose. */
@NullMarked
package io.ambit.core.error;

import org.jspecify.annotations.NullMarked;
