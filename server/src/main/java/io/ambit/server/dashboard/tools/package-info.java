/** Pages on what calls of tools cost, and the stars that people give. */
@NullMarked
package io.ambit.server.dashboard.tools;

import org.jspecify.annotations.NullMarked;
