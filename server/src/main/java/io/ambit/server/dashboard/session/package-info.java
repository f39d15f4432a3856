/** Pages on recorded sessions: what each saved and lost, and its steps. */
@NullMarked
package io.ambit.server.dashboard.session;

import org.jspecify.annotations.NullMarked;
