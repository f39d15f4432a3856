/** What all pages share: their frame, their headers, their files, how figures are written. */
@NullMarked
package io.ambit.server.dashboard.page;

import org.jspecify.annotations.NullMarked;
