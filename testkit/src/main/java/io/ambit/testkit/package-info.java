/** Seeded generators, fakes, and one contract test for each port. */
@NullMarked
package io.ambit.testkit;

import org.jspecify.annotations.NullMarked;
