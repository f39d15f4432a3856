/** Requests and answers of each wire format, made for load and for mutation. */
@NullMarked
package io.ambit.bench.dialect;

import org.jspecify.annotations.NullMarked;
