/** A backlog in a folder of Markdown files, shared with editors, git and other processes. */
@NullMarked
package io.ambit.store.backlog;

import org.jspecify.annotations.NullMarked;
