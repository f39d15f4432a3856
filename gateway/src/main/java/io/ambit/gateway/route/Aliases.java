package io.ambit.gateway.route;

import io.ambit.core.routing.profile.ModelProfile;
import io.ambit.core.routing.profile.Profiles;
import io.ambit.gateway.route.Holders.Held;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which models stand behind {@code ambit/NAME}. */
final class Aliases {
    private final Profiles profiles;
    private final ModelLists lists;

    Aliases(Profiles profiles, ModelLists lists) {
        this.profiles = profiles;
        this.lists = lists;
    }

    /**
     * Of each upstream the first model that the profile is about; empty where {@code model} is no alias.
     *
     * @throws UnroutableException where no upstream has such a model
     */
    Optional<List<Held>> of(String model, List<UpstreamSettings> upstreams) {
        return profiles.ofAlias(model).map(profile -> held(profile, upstreams));
    }

    private List<Held> held(ModelProfile profile, List<UpstreamSettings> upstreams) {
        List<Held> held = new ArrayList<>();
        for (UpstreamSettings upstream : upstreams) {
            List<String> models = lists.of(upstream).stream()
                    .filter(model -> !Holders.isPattern(model))
                    .toList();
            profiles.modelFor(profile, models).ifPresent(model -> held.add(new Held(upstream, model)));
        }
        if (held.isEmpty()) {
            throw new UnroutableException(
                    404,
                    "model_not_found",
                    profile.alias() + ": no upstream has a model of this profile, expected one whose name has "
                            + String.join(" or ", profile.match()) + " in it");
        }
        return held;
    }
}
