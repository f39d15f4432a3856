/** What the answers of all formats share on their way to the client: reading beside, choosing the way, rounds. */
@NullMarked
package io.ambit.wire.answer;

import org.jspecify.annotations.NullMarked;
