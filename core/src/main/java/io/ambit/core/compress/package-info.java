/**
 * Shorter forms of tool outputs: pure functions of a text, of what was asked, of what the model sees already, and of a
 * budget. Structured text (JSON and its relatives) is in {@code structured}, text of lines in {@code lines}.
 */
@NullMarked
package io.ambit.core.compress;

import org.jspecify.annotations.NullMarked;
