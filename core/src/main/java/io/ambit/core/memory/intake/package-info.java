/** The one way in which anything becomes memory: without secrets, without private text, never what memory itself said. */
@NullMarked
package io.ambit.core.memory.intake;

import org.jspecify.annotations.NullMarked;
