/** The page on which a person decides what of an epic's captured knowledge is kept. */
@NullMarked
package io.ambit.server.dashboard.reconcile;

import org.jspecify.annotations.NullMarked;
