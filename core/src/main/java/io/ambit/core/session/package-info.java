/** What is known of a session: its chain of messages, the decisions taken, the steps made, the figures of each. */
@NullMarked
package io.ambit.core.session;

import org.jspecify.annotations.NullMarked;
