package io.ambit.gateway.route;

import io.ambit.core.economics.PriceTable;
import io.ambit.core.routing.Candidate;
import io.ambit.core.routing.profile.ModelProfile;
import io.ambit.core.routing.profile.Profiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The models that Ambit may choose from where it is asked to: those that the settings name one by one, and of an upstream
 * whose models they do not name the first that can talk.
 */
final class AutoModels {
    /** Parts of the names of models that see images, as their makers name them. */
    private static final List<String> SEEING = List.of(
            "-vl", "vl-", "vl:", "vision", "llava", "pixtral", "moondream", "minicpm-v", "gemma3", "gemma-3", "llama4");

    /** And of those among them that do not. */
    private static final List<String> BLIND = List.of("gemma3:1b", "gemma-3-1b", "gemma3:270m", "gemma-3-270m");

    /** Parts of the names of models that turn texts into numbers. */
    private static final List<String> MUTE = List.of("embed", "bge-", "minilm", "rerank", "whisper");

    private final List<UpstreamSettings> upstreams;
    private final ModelLists lists;
    private final Profiles profiles;
    private final PriceTable prices;

    AutoModels(List<UpstreamSettings> upstreams, ModelLists lists, Profiles profiles, PriceTable prices) {
        this.upstreams = upstreams;
        this.lists = lists;
        this.profiles = profiles;
        this.prices = prices;
    }

    /** A model, and what a choice needs to know of it. */
    record Choosable(Holders.Held held, Candidate candidate) {}

    /** All, in the order of the settings. */
    List<Choosable> all() {
        List<Choosable> all = new ArrayList<>();
        for (UpstreamSettings upstream : upstreams) {
            for (String model : models(upstream)) {
                all.add(new Choosable(new Holders.Held(upstream, model), candidate(upstream, model)));
            }
        }
        return all;
    }

    private List<String> models(UpstreamSettings upstream) {
        List<String> talking = lists.of(upstream).stream()
                .filter(name -> !Holders.isPattern(name) && !isOneOf(name, MUTE))
                .toList();
        return upstream.models().isEmpty() && talking.size() > 1 ? talking.subList(0, 1) : talking;
    }

    private Candidate candidate(UpstreamSettings upstream, String model) {
        Optional<ModelProfile> profile = profiles.of(model);
        int window = upstream.windowTokens() > 0
                ? upstream.windowTokens()
                : profile.map(ModelProfile::windowTokens).orElse(0);
        boolean fast = upstream.tier() == UpstreamSettings.Tier.FAST
                || profile.filter(known -> known.tier() == ModelProfile.Tier.FAST)
                        .isPresent();
        double price = upstream.local()
                ? 0
                : prices.find("", model, null).map(known -> known.input()).orElse(0.0);
        return new Candidate(
                upstream.name(),
                model,
                !fast,
                upstream.local(),
                profile.map(ModelProfile::takesTools).orElse(true),
                sees(upstream, model),
                window,
                Set.of(),
                price);
    }

    /** What runs elsewhere is taken to see; of what runs here, its name has to say so. */
    private static boolean sees(UpstreamSettings upstream, String model) {
        return (!upstream.local() || isOneOf(model, SEEING)) && !isOneOf(model, BLIND);
    }

    private static boolean isOneOf(String model, List<String> parts) {
        String name = model.toLowerCase(Locale.ROOT);
        return parts.stream().anyMatch(name::contains);
    }
}
