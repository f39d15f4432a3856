/** A backlog of Markdown files: listing, changing under rules, finding, and how items hang together. */
@NullMarked
package io.ambit.core.backlog;

import org.jspecify.annotations.NullMarked;
