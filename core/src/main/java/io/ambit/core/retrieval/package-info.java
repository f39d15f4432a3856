/** What search knows of texts, questions and records, and how it weighs what it finds. Pure computation. */
@NullMarked
package io.ambit.core.retrieval;

import org.jspecify.annotations.NullMarked;
