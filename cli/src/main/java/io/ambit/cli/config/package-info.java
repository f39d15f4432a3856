/** The settings: one typed record, its defaults, and where its values come from. */
@NullMarked
package io.ambit.cli.config;

import org.jspecify.annotations.NullMarked;
