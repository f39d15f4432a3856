/** Pages on memory: what is found for a question and why, and records in full. */
@NullMarked
package io.ambit.server.dashboard.memory;

import org.jspecify.annotations.NullMarked;
