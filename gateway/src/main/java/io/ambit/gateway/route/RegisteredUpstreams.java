package io.ambit.gateway.route;

import io.ambit.core.text.Hash;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Upstreams that a holder of the token has named to the running gateway, each under an id that stands in the paths of
 * requests to it. The same address has the same id for as long as the token stays. Thread-safe.
 */
public final class RegisteredUpstreams {
    /** More than agents are pointed at in the life of a process. */
    static final int MOST = 256;

    private static final int ID_LENGTH = 16;

    private final String secret;
    private final Consumer<List<URI>> changed;
    private final Map<String, UpstreamSettings> byId = new LinkedHashMap<>();

    /**
     * Those that were registered before.
     *
     * @param secret keeps others from knowing an address's id
     * @param changed is told all addresses, the oldest first, whenever there is another one
     */
    public RegisteredUpstreams(String secret, List<URI> earlier, Consumer<List<URI>> changed) {
        this.secret = secret;
        this.changed = changed;
        earlier.forEach(this::add);
    }

    /**
     * The id of an address; where there are too many, the oldest address is forgotten.
     *
     * @throws IllegalArgumentException where it is no {@code http} or {@code https} address of a host
     */
    public synchronized String register(URI base) {
        int before = byId.size();
        String id = add(base);
        if (byId.size() > before) {
            if (byId.size() > MOST) {
                byId.remove(byId.keySet().iterator().next());
            }
            changed.accept(new ArrayList<>(
                    byId.values().stream().map(UpstreamSettings::base).toList()));
        }
        return id;
    }

    /** The upstream of an id. */
    public synchronized Optional<UpstreamSettings> of(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    private String add(URI base) {
        if (base.getRawUserInfo() != null || base.getRawQuery() != null || base.getRawFragment() != null) {
            throw new IllegalArgumentException("an upstream's address has neither a name, nor a query, nor a fragment");
        }
        UpstreamSettings upstream = new UpstreamSettings(
                base.getHost() == null ? "" : base.getHost(),
                base,
                Set.of(),
                List.of(),
                UpstreamKey.CLIENT,
                0,
                UpstreamSettings.Tier.COMPLEX,
                isLoopback(base));
        String id = Hash.of(secret + "\n" + base).hex().substring(0, ID_LENGTH);
        byId.putIfAbsent(id, upstream);
        return id;
    }

    private static boolean isLoopback(URI base) {
        String host = base.getHost();
        return host != null && (host.equals("localhost") || host.equals("[::1]") || host.startsWith("127."));
    }
}
