/** Models that run in this process: texts to vectors. */
@NullMarked
package io.ambit.models;

import org.jspecify.annotations.NullMarked;
