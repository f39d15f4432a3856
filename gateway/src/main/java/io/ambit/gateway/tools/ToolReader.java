package io.ambit.gateway.tools;

import io.ambit.core.text.Hash;
import io.ambit.wire.WireRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the definitions of requests; those that come again, as they do with each step, are read once. Thread-safe. */
final class ToolReader {
    private static final int MAX_REMEMBERED = 64;

    private final Map<Hash, OfferedTools> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Hash, OfferedTools> eldest) {
            return size() > MAX_REMEMBERED;
        }
    };

    OfferedTools read(WireRequest request) {
        byte[] json = OfferedTools.bytes(request);
        if (json.length == 0) {
            return OfferedTools.NONE;
        }
        Hash hash = Hash.of(json);
        synchronized (remembered) {
            OfferedTools known = remembered.get(hash);
            if (known != null) {
                return known;
            }
        }
        OfferedTools read = OfferedTools.read(hash, json);
        synchronized (remembered) {
            remembered.put(hash, read);
        }
        return read;
    }
}
