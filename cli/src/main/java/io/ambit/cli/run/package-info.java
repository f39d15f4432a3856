/** Agents as processes of their own, each pointed at the gateway by the means that it has for that. */
@NullMarked
package io.ambit.cli.run;

import org.jspecify.annotations.NullMarked;
