package io.ambit.gateway.route;

import io.ambit.wire.WireFormat;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A model server.
 *
 * @param name in the configuration and in the ledger, "" for the only one there is
 * @param base base URL; its path may end in {@code /v1} or not
 * @param formats that it speaks; none: whatever a client sends goes there as it came
 * @param models names of its models, of which each may end in {@code *}; none: any
 * @param key Ambit's own key for it, "" to pass on what the client brings
 * @param windowTokens what its models take, 0 where that is not known
 * @param tier which requests it is for where Ambit chooses
 * @param local whether what is sent there stays on machines that the user trusts with it
 */
public record UpstreamSettings(
        String name,
        URI base,
        Set<WireFormat> formats,
        List<String> models,
        String key,
        int windowTokens,
        Tier tier,
        boolean local) {

    /** How able a model is. */
    public enum Tier {
        FAST,
        COMPLEX
    }

    public UpstreamSettings {
        String scheme = Objects.requireNonNullElse(base.getScheme(), "");
        if (!(scheme.equals("http") || scheme.equals("https")) || base.getHost() == null) {
            throw new IllegalArgumentException("upstream '" + base + "', expected http://HOST or https://HOST");
        }
        formats = Set.copyOf(formats);
        models = List.copyOf(models);
    }

    /** The only one, for everything, with the client's own key. */
    public static UpstreamSettings only(URI base) {
        return new UpstreamSettings("", base, Set.of(), List.of(), "", 0, Tier.COMPLEX, true);
    }

    /** Whether requests of {@code format} can be sent there as they are. */
    public boolean speaks(WireFormat format) {
        return formats.isEmpty() || formats.contains(format);
    }

    /** The key stays out of logs and messages. */
    @Override
    public String toString() {
        return (name.isEmpty() ? "" : name + " at ") + base;
    }
}
