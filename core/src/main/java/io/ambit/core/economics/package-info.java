/** What a policy saves and what it loses: the formulas, in one place. */
@NullMarked
package io.ambit.core.economics;

import org.jspecify.annotations.NullMarked;
