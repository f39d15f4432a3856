package io.ambit.core.routing.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The profiles there are, found by a model's name. Immutable but for what it remembers of names; thread-safe. */
public final class Profiles {
    /** None: nothing is known of any model. */
    public static final Profiles NONE = new Profiles(List.of());

    /** Names come from clients: what is remembered of them must not grow without end. */
    private static final int MAX_REMEMBERED = 1_000;

    private static final int MAX_NAME = 300;

    private final Map<String, ModelProfile> byName = new LinkedHashMap<>();
    private final Map<String, Optional<ModelProfile>> remembered = new ConcurrentHashMap<>();

    /** @param profiles of two with one name, the later counts */
    public Profiles(List<ModelProfile> profiles) {
        profiles.forEach(profile -> byName.put(profile.name(), profile));
    }

    /** All of them, in their order. */
    public List<ModelProfile> all() {
        return new ArrayList<>(byName.values());
    }

    /** The one with the longest pattern that fits {@code model}; among equal ones the first. */
    public Optional<ModelProfile> of(String model) {
        Optional<ModelProfile> known = remembered.get(model);
        if (known != null) {
            return known;
        }
        Optional<ModelProfile> found = find(new ModelName(model));
        if (remembered.size() < MAX_REMEMBERED && model.length() <= MAX_NAME) {
            remembered.put(model, found);
        }
        return found;
    }

    private Optional<ModelProfile> find(ModelName model) {
        ModelProfile best = null;
        int bestFit = 0;
        for (ModelProfile profile : byName.values()) {
            for (String pattern : profile.match()) {
                int fit = model.fit(pattern);
                if (fit > bestFit) {
                    bestFit = fit;
                    best = profile;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** The profile that a client asks for by {@code ambit/NAME}; empty for any other model. */
    public Optional<ModelProfile> ofAlias(String model) {
        return model.startsWith(ModelProfile.ALIAS)
                ? Optional.ofNullable(byName.get(model.substring(ModelProfile.ALIAS.length())))
                : Optional.empty();
    }

    /**
     * Of the models that a server has, the first that a profile is about.
     *
     * @param models their names, the preferred first
     */
    public Optional<String> modelFor(ModelProfile profile, List<String> models) {
        return models.stream()
                .filter(model -> of(model).filter(profile::equals).isPresent())
                .findFirst();
    }
}
