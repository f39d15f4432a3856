package io.ambit.gateway;

import java.util.Locale;

/**
 * A client that would like to speak Responses over a WebSocket. It is told at once that there is none (RFC 9110, 15.5.22
 * as clients read it): codex then posts its request, where any other answer would make it try for half a minute.
 */
final class WebSocketOffer {
    static final String REFUSAL = "there is no WebSocket here: post the request instead";

    /** Of the path, whatever the base address of an upstream has before it. */
    private static final String SUFFIX = "/responses";

    private WebSocketOffer() {}

    static boolean isMade(ClientExchange client) {
        String target = client.target();
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        return client.method().equals("GET")
                && path.endsWith(SUFFIX)
                && client.headers().get("upgrade").toLowerCase(Locale.ROOT).contains("websocket");
    }
}
