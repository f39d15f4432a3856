package io.ambit.gateway;

import io.ambit.gateway.http.Headers;
import io.ambit.wire.WireCodec;
import io.ambit.wire.WireFormat;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which wire format a request is of: its path tells, and where many share a path, its headers. */
final class Endpoints {
    private final Map<WireFormat, Endpoint> byFormat = new EnumMap<>(WireFormat.class);
    private final Endpoint first;

    /** @param codecs one a format; the first is the one of requests that tell nothing */
    Endpoints(List<WireCodec> codecs) {
        codecs.forEach(codec -> byFormat.put(codec.format(), new Endpoint(codec)));
        first = new Endpoint(codecs.get(0));
    }

    /** The endpoint of a request that asks a model for an answer; empty for every other request. */
    Optional<Endpoint> ofQuestion(String method, String path) {
        return method.equals("POST")
                ? WireFormat.ofPath(path).flatMap(format -> Optional.ofNullable(byFormat.get(format)))
                : Optional.empty();
    }

    /** In whose shape a request of any path is told what went wrong. */
    Endpoint of(String path, Headers headers) {
        WireFormat format = WireFormat.ofPath(path).orElseGet(() -> {
            if (path.startsWith(WireFormat.ANTHROPIC.path() + "/")
                    || headers.has("anthropic-version")
                    || headers.has("x-api-key")) {
                return WireFormat.ANTHROPIC;
            }
            return path.startsWith("/api/") ? WireFormat.OLLAMA_CHAT : WireFormat.OPENAI_CHAT;
        });
        return byFormat.getOrDefault(format, first);
    }
}
