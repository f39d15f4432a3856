/** Text of lines: logs, test reports, stack traces, diffs, search results, listings, source code, pages, prose. */
@NullMarked
package io.ambit.core.compress.lines;

import org.jspecify.annotations.NullMarked;
