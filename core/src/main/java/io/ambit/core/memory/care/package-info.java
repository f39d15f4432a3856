/**
 * Care of memory in the background, without a model: what repeats becomes patterns and skills, what fails becomes
 * anti-patterns, duplicates are put aside, and what has grown old is summarised and archived.
 */
@NullMarked
package io.ambit.core.memory.care;

import org.jspecify.annotations.NullMarked;
