/** What the gateway does for the use of tools: notes what is offered, advises after failures, sets calls right. */
@NullMarked
package io.ambit.gateway.tools;

import org.jspecify.annotations.NullMarked;
