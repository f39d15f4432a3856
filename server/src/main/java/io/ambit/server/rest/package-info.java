/** {@code /rest}: what programs may read and change, in JSON. */
@NullMarked
package io.ambit.server.rest;

import org.jspecify.annotations.NullMarked;
