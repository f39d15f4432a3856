/** How well a backlog is searched. */
@NullMarked
package io.ambit.bench.backlog;

import org.jspecify.annotations.NullMarked;
