/** Memory, put together: what commands, HTTP and embedding programs work with. Each part has a package below. */
@NullMarked
package io.ambit.core.memory;

import org.jspecify.annotations.NullMarked;
