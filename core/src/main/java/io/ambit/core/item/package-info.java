/** What a backlog holds: items of any type with their front matter, and what may be asked to change in them. */
@NullMarked
package io.ambit.core.item;

import org.jspecify.annotations.NullMarked;
