/** Files of the data folder, for their owner only. */
@NullMarked
package io.ambit.store.file;

import org.jspecify.annotations.NullMarked;
