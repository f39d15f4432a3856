/** {@code ambit tools}: advice on the tools of agents. */
@NullMarked
package io.ambit.cli.tools;

import org.jspecify.annotations.NullMarked;
