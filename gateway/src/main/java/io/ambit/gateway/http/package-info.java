/** HTTP towards upstreams: what is sent and how, who watches it, which header fields pass. */
@NullMarked
package io.ambit.gateway.http;

import org.jspecify.annotations.NullMarked;
