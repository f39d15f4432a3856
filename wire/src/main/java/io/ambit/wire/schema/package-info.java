/** JSON Schema, by a library that nothing outside of here sees. */
@NullMarked
package io.ambit.wire.schema;

import org.jspecify.annotations.NullMarked;
