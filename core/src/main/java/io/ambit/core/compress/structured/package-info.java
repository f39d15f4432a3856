/** Structured text: JSON, also in an envelope or cut off, a language's own spelling of values, block YAML. */
@NullMarked
package io.ambit.core.compress.structured;

import org.jspecify.annotations.NullMarked;
