/** How often what a task needs is in its assembled context, against a context of the same size filled by search. */
@NullMarked
package io.ambit.bench.context;

import org.jspecify.annotations.NullMarked;
