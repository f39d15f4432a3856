/** Text as it arrives: JSON with the ranges its values stand at, its canonical form, UTF-8 that loses nothing, hashes. */
@NullMarked
package io.ambit.core.text;

import org.jspecify.annotations.NullMarked;
