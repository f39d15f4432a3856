/** Finding items of a backlog, on the heap: by id, title, words, misspelt words and meaning. */
@NullMarked
package io.ambit.core.backlog.search;

import org.jspecify.annotations.NullMarked;
