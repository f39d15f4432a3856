/** Memory in use: what goes in, what is found again for a question, and how it is shown to a model. */
@NullMarked
package io.ambit.core.memory;

import org.jspecify.annotations.NullMarked;
