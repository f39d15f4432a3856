/** The proxy between an agent and its model: parse, plan, splice, forward, stream, record. */
@NullMarked
package io.ambit.gateway;

import org.jspecify.annotations.NullMarked;
