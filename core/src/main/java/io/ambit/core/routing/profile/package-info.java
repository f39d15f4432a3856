/** What is known of a model by its name: its window, how it samples best, how it is asked to fill a gap in code. */
@NullMarked
package io.ambit.core.routing.profile;

import org.jspecify.annotations.NullMarked;
