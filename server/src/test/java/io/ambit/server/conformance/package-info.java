/** What the conformance suite of the protocol expects a server to have. */
@NullMarked
package io.ambit.server.conformance;

import org.jspecify.annotations.NullMarked;
