package io.ambit.gateway.route;

import io.ambit.core.session.SessionState;
import io.ambit.gateway.http.Headers;
import io.ambit.wire.WireFormat;
import io.ambit.wire.WireRequest;
import org.jspecify.annotations.Nullable;

/**
 * A request that is to be sent somewhere.
 *
 * @param session null where the ledger does not tell
 * @param own the upstream that it goes to and no other, null where there is a choice
 * @param trusted whether its client may use the configured keys
 */
public record Asked(
        WireRequest request,
        WireFormat format,
        Headers headers,
        @Nullable SessionState session,
        @Nullable UpstreamSettings own,
        boolean trusted) {

    public Asked(WireRequest request, WireFormat format, Headers headers, @Nullable SessionState session) {
        this(request, format, headers, session, null, false);
    }
}
