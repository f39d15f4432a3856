/** What is sent to the model: policies, compressors, summaries, retrieval of what was cut. */
@NullMarked
package io.ambit.core.context;

import org.jspecify.annotations.NullMarked;
