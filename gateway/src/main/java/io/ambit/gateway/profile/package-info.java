/** What the gateway does for a model by its profile: prompts under an alias, gaps filled in code. */
@NullMarked
package io.ambit.gateway.profile;

import org.jspecify.annotations.NullMarked;
