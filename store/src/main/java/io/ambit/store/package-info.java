/** The ledger in SQLite: rows and values are mapped to each other here and nowhere else. */
@NullMarked
package io.ambit.store;

import org.jspecify.annotations.NullMarked;
