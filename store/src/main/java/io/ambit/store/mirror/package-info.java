/** Readable copies of what the database holds, for people and scripts. Never read back. */
@NullMarked
package io.ambit.store.mirror;

import org.jspecify.annotations.NullMarked;
