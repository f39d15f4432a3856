package io.ambit.server.dashboard.session;

import io.ambit.core.session.TokenFlow;
import java.util.List;

/** Tokens over time: the table that the page's chart is drawn from. */
public record FlowView(TimeRange range, List<TokenFlow> parts) {
    public FlowView {
        parts = List.copyOf(parts);
    }

    public long tokensIn() {
        return parts.stream().mapToLong(TokenFlow::tokensIn).sum();
    }

    public long tokensOut() {
        return parts.stream().mapToLong(TokenFlow::tokensOut).sum();
    }

    public int steps() {
        return parts.stream().mapToInt(TokenFlow::steps).sum();
    }
}
