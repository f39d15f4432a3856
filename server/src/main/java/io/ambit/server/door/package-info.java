/** What stands at the door: how much one client may ask, how slowly it may say so, and what ends while the server stops. */
@NullMarked
package io.ambit.server.door;

import org.jspecify.annotations.NullMarked;
