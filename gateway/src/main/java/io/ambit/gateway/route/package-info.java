/** Which upstream a request goes to, under which model's name, and what is said to it in whose name. */
@NullMarked
package io.ambit.gateway.route;

import org.jspecify.annotations.NullMarked;
