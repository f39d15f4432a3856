/** What a session was about and how it went, drawn from its transcript by rules. */
@NullMarked
package io.ambit.core.memory.episode;

import org.jspecify.annotations.NullMarked;
