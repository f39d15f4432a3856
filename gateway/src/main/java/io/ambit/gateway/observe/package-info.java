/** What is told about requests while they pass: numbers and one line in the log; never what they say, and never a key. */
@NullMarked
package io.ambit.gateway.observe;

import org.jspecify.annotations.NullMarked;
