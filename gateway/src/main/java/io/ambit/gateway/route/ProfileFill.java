package io.ambit.gateway.route;

import io.ambit.core.routing.Sampling;
import io.ambit.core.routing.profile.ModelProfile;
import io.ambit.core.routing.profile.Profiles;
import io.ambit.core.routing.profile.Use;
import io.ambit.wire.WireFormat;
import java.util.Set;

/**
 * What the profile of a model adds to where a request goes: sampling fields that the client left open, and the window
 * where nobody else knows it. What is filled is named in the step's record.
 */
public final class ProfileFill {
    /** Adds nothing. */
    public static final ProfileFill NONE = new ProfileFill(Profiles.NONE);

    private final Profiles profiles;

    public ProfileFill(Profiles profiles) {
        this.profiles = profiles;
    }

    Destination of(Asked asked, Destination way) {
        String model = way.model().isEmpty() ? asked.request().model() : way.model();
        return profiles.of(model).map(profile -> filled(asked, way, profile)).orElse(way);
    }

    private static Destination filled(Asked asked, Destination way, ModelProfile profile) {
        Destination known = way.windowTokens() == 0 ? way.withWindow(profile.windowTokens()) : way;
        if (!way.fill().isOpen()) {
            return known;
        }
        Use use = Use.of(asked.request().transcript(), asked.request().carriesTools());
        Sampling fill =
                profile.sampling(use).without(asked.request().sampling()).without(unknownTo(asked.format()));
        return fill.isOpen()
                ? known
                : known.withFill(fill)
                        .withRoute(known.route().with(inWords(fill) + " filled by profile " + profile.name()));
    }

    /** Fields that a format does not have. */
    private static Set<String> unknownTo(WireFormat format) {
        return switch (format) {
            case OPENAI_CHAT, ANTHROPIC, OLLAMA_CHAT, OLLAMA_GENERATE -> Set.of();
            case OPENAI_RESPONSES -> Set.of(Sampling.TOP_K, Sampling.STOP);
        };
    }

    private static String inWords(Sampling fill) {
        StringBuilder out = new StringBuilder();
        for (String name : fill.names()) {
            out.append(out.isEmpty() ? "" : ", ").append(name);
            switch (name) {
                case Sampling.TEMPERATURE -> out.append(' ').append(fill.temperature());
                case Sampling.TOP_P -> out.append(' ').append(fill.topP());
                case Sampling.TOP_K -> out.append(' ').append(fill.topK());
                default -> {}
            }
        }
        return out.toString();
    }
}
