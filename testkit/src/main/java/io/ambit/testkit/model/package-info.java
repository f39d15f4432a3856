/** A model server that answers from a script: for tests in the process, and for checks with real clients beside it. */
@NullMarked
package io.ambit.testkit.model;

import org.jspecify.annotations.NullMarked;
