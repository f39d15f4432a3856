/**
 * Readers of the logs that agents leave: what they hold, told from their content, as sessions of messages. Nothing here
 * opens a file or a database; records come in as JSON.
 */
@NullMarked
package io.ambit.wire.logs;

import org.jspecify.annotations.NullMarked;
