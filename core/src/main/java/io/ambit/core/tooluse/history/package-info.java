/** What the ledger shows of calls that were made. */
@NullMarked
package io.ambit.core.tooluse.history;

import org.jspecify.annotations.NullMarked;
