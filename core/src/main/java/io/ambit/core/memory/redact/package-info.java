/** Secrets are found and replaced before a text becomes memory. */
@NullMarked
package io.ambit.core.memory.redact;

import org.jspecify.annotations.NullMarked;
