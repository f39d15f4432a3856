package io.ambit.server;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Takes the version off a request for a WebSocket. There are none here, and with it the request would be answered 404
 * before any route sees it: clients take that for a fault and try again, where a plain refusal makes them post.
 */
final class WebSocketHandshakes extends Handler.Wrapper {

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return super.handle(
                request.getHeaders().contains(HttpHeader.SEC_WEBSOCKET_VERSION) ? new WithoutVersion(request) : request,
                response,
                callback);
    }

    private static final class WithoutVersion extends Request.Wrapper {
        private final HttpFields headers;

        WithoutVersion(Request request) {
            super(request);
            headers = HttpFields.build(request.getHeaders())
                    .remove(HttpHeader.SEC_WEBSOCKET_VERSION)
                    .asImmutable();
        }

        @Override
        public HttpFields getHeaders() {
            return headers;
        }
    }
}
