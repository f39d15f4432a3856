package io.ambit.gateway.route;

import io.ambit.core.error.AmbitException;
import io.ambit.core.routing.profile.ModelProfile;
import io.ambit.core.routing.profile.Profiles;
import io.ambit.gateway.http.Headers;
import io.ambit.wire.WireFormat;
import io.ambit.wire.translate.Translations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The models that a client may ask for, over all upstreams. Thread-safe. */
public final class ModelCatalog {
    private static final String OURS = "ambit";

    private final List<UpstreamSettings> upstreams;
    private final ModelLists lists;
    private final UpstreamModels http;
    private final Profiles profiles;

    /**
     * A model.
     *
     * @param id by which it is asked for
     * @param owner name of its upstream
     */
    public record Entry(String id, String owner) {}

    public ModelCatalog(List<UpstreamSettings> upstreams, ModelLists lists, UpstreamModels http, Profiles profiles) {
        this.upstreams = List.copyOf(upstreams);
        this.lists = lists;
        this.http = http;
        this.profiles = profiles;
    }

    /**
     * Those that a client of this format can reach: first what Ambit itself stands behind, then each upstream's in their
     * order; of two of one name the first, which is the one that is asked.
     *
     * @param client its headers: who takes the client's own key is asked with it
     * @param trusted whether the client may use the configured keys
     */
    public List<Entry> of(WireFormat format, Headers client, boolean trusted) {
        Map<String, Entry> byId = new LinkedHashMap<>();
        for (UpstreamSettings upstream : upstreams) {
            boolean reachable = upstream.speaks(format)
                    || Arrays.stream(WireFormat.values())
                            .anyMatch(other -> upstream.speaks(other)
                                    && Translations.of(format, other).isPresent());
            if (!reachable || (upstream.key().isOwn() && !trusted)) {
                continue;
            }
            for (String name : names(upstream, format, client)) {
                byId.putIfAbsent(name, new Entry(name, upstream.name()));
            }
        }
        List<Entry> entries = new ArrayList<>();
        if (!byId.isEmpty()) {
            entries.add(new Entry(AutoChoice.NAME, OURS));
        }
        for (ModelProfile profile : profiles.all()) {
            if (profiles.modelFor(profile, List.copyOf(byId.keySet())).isPresent()) {
                entries.add(new Entry(profile.alias(), OURS));
            }
        }
        entries.addAll(byId.values());
        return entries;
    }

    private List<String> names(UpstreamSettings upstream, WireFormat format, Headers client) {
        List<String> known = lists.of(upstream);
        List<String> patterns = known.stream().filter(Holders::isPattern).toList();
        if (patterns.isEmpty() && !known.isEmpty()) {
            return known;
        }
        List<String> names = new ArrayList<>(known);
        names.removeAll(patterns);
        for (String name : asked(upstream, format, client)) {
            if (patterns.isEmpty() || Holders.isAmong(patterns, name)) {
                names.add(name);
            }
        }
        return names;
    }

    private List<String> asked(UpstreamSettings upstream, WireFormat format, Headers client) {
        boolean byClient = upstream.key().isClients() && upstream.speaks(format);
        try {
            return http.models(upstream, byClient ? client : Headers.NONE);
        } catch (AmbitException e) {
            return List.of();
        }
    }
}
