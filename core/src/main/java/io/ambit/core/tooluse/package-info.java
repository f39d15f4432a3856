/** Advice on tools from what the ledger shows of them: which to call, how, and what went wrong. */
@NullMarked
package io.ambit.core.tooluse;

import org.jspecify.annotations.NullMarked;
