/** How well and how fast memory finds what answers a question, on files of documents and questions. */
@NullMarked
package io.ambit.bench.memory;

import org.jspecify.annotations.NullMarked;
