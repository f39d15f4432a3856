/** What was learned from use, in files that people can read and reset. */
@NullMarked
package io.ambit.store.learning;

import org.jspecify.annotations.NullMarked;
