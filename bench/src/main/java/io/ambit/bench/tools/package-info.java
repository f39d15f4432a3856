/** How often the right tool is suggested for a request. */
@NullMarked
package io.ambit.bench.tools;

import org.jspecify.annotations.NullMarked;
