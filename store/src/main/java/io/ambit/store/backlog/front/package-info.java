/** Front matter: read out of Markdown, and edited in place so that every byte that is not meant to change stays. */
@NullMarked
package io.ambit.store.backlog.front;

import org.jspecify.annotations.NullMarked;
