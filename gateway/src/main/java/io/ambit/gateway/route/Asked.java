package io.ambit.gateway.route;

import io.ambit.core.session.SessionState;
import io.ambit.gateway.http.Headers;
import io.ambit.wire.WireFormat;
import io.ambit.wire.WireRequest;
import org.jspecify.annotations.Nullable;

/**
 * A request that is to be sent somewhere.
 *
 * @param trusted whether its client may use the configured keys
 * @param session null where the ledger does not tell
 */
public record Asked(
        WireRequest request,
        WireFormat format,
        Headers headers,
        boolean trusted,
        @Nullable SessionState session) {}
