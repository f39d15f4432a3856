/** Profiles of models as TOML files: those that ship, and the user's own, which come before them. */
@NullMarked
package io.ambit.models.profile;

import org.jspecify.annotations.NullMarked;
