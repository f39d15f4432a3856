/** The pages that people look at: put together here, one package for each subject. */
@NullMarked
package io.ambit.server.dashboard;

import org.jspecify.annotations.NullMarked;
