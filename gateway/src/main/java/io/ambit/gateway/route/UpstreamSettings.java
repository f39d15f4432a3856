package io.ambit.gateway.route;

import io.ambit.wire.WireFormat;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A model server.
 *
 * @param name in the configuration and in the ledger, "" for the only one there is
 * @param base base URL; its path may end in {@code /v1} or not
 * @param formats that it speaks; none: whatever a client sends goes there as it came
 * @param models names of its models, of which each may end in {@code *}; none: it is asked for them
 * @param key by which it is asked
 * @param windowTokens what its models take, 0 where that is not known
 * @param tier which requests it is for where Ambit chooses
 * @param local whether what is sent there stays on machines that the user trusts with it
 */
public record UpstreamSettings(
        String name,
        URI base,
        Set<WireFormat> formats,
        List<String> models,
        UpstreamKey key,
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
        return new UpstreamSettings("", base, Set.of(), List.of(), UpstreamKey.CLIENT, 0, Tier.COMPLEX, true);
    }

    /** One of several on this machine, that needs no key. */
    public static UpstreamSettings of(String name, URI base, WireFormat... formats) {
        return new UpstreamSettings(name, base, Set.of(formats), List.of(), UpstreamKey.NONE, 0, Tier.COMPLEX, true);
    }

    public UpstreamSettings withModels(String... names) {
        return new UpstreamSettings(name, base, formats, List.of(names), key, windowTokens, tier, local);
    }

    public UpstreamSettings withKey(UpstreamKey other) {
        return new UpstreamSettings(name, base, formats, models, other, windowTokens, tier, local);
    }

    public UpstreamSettings withWindowTokens(int tokens) {
        return new UpstreamSettings(name, base, formats, models, key, tokens, tier, local);
    }

    /** The same, for other requests where Ambit chooses. */
    public UpstreamSettings withTier(Tier other, boolean trusted) {
        return new UpstreamSettings(name, base, formats, models, key, windowTokens, other, trusted);
    }

    /** Whether requests of {@code format} can be sent there as they are. */
    public boolean speaks(WireFormat format) {
        return formats.isEmpty() || formats.contains(format);
    }

    /** Whether it is on this machine, in its own network, or named as one that the user trusts like these. */
    public boolean isNear() {
        return (local && !name.isEmpty()) || NearHost.is(base);
    }

    /** What it speaks, in words. */
    String spoken() {
        return String.join(
                ", ",
                (formats.isEmpty() ? EnumSet.allOf(WireFormat.class) : EnumSet.copyOf(formats))
                        .stream().map(WireFormat::title).toList());
    }

    /** The key stays out of logs and messages. */
    @Override
    public String toString() {
        return (name.isEmpty() ? "" : name + " at ") + base;
    }
}
