/** Who may look: one-time codes, browser sessions, and the gate before every page. */
@NullMarked
package io.ambit.server.dashboard.access;

import org.jspecify.annotations.NullMarked;
