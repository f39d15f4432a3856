package io.ambit.gateway.route;

import java.util.ArrayList;
import java.util.List;

/** Which upstreams have a model of a name. */
final class Holders {
    private final List<UpstreamSettings> upstreams;
    private final ModelLists lists;

    /**
     * A model and who has it.
     *
     * @param model its name there
     */
    record Held(UpstreamSettings upstream, String model) {}

    Holders(List<UpstreamSettings> upstreams, ModelLists lists) {
        this.upstreams = upstreams;
        this.lists = lists;
    }

    /**
     * Those that have {@code model}: exact names before patterns, then the order of the settings. {@code NAME/model} asks
     * the upstream of that name and no other. None where the name is unknown.
     */
    List<Held> of(String model) {
        int slash = model.indexOf('/');
        if (slash > 0 && slash < model.length() - 1) {
            String name = model.substring(0, slash);
            for (UpstreamSettings upstream : upstreams) {
                if (upstream.name().equals(name)) {
                    return List.of(new Held(upstream, model.substring(slash + 1)));
                }
            }
        }
        List<Held> exact = new ArrayList<>();
        List<Held> patterns = new ArrayList<>();
        for (UpstreamSettings upstream : model.isEmpty() ? List.<UpstreamSettings>of() : upstreams) {
            switch (match(lists.of(upstream), model)) {
                case EXACT -> exact.add(new Held(upstream, model));
                case PATTERN -> patterns.add(new Held(upstream, model));
                case NONE -> {}
            }
        }
        exact.addAll(patterns);
        return exact;
    }

    private enum Match {
        NONE,
        PATTERN,
        EXACT
    }

    private static Match match(List<String> names, String model) {
        Match best = Match.NONE;
        for (String name : names) {
            // Ollama means the tag "latest" where none is named.
            if (name.equals(model) || name.equals(model + ":latest")) {
                return Match.EXACT;
            }
            if (covers(name, model)) {
                best = Match.PATTERN;
            }
        }
        return best;
    }

    /** Whether one of {@code patterns} covers a name. */
    static boolean isAmong(List<String> patterns, String model) {
        return patterns.stream().anyMatch(pattern -> covers(pattern, model));
    }

    private static boolean covers(String pattern, String model) {
        return isPattern(pattern) && model.startsWith(pattern.substring(0, pattern.length() - 1));
    }

    static boolean isPattern(String name) {
        return name.endsWith("*");
    }
}
