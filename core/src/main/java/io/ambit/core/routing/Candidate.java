package io.ambit.core.routing;

import java.util.Set;

/**
 * A model that could answer, as far as the choice needs to know it.
 *
 * @param upstream its upstream's name in the configuration
 * @param model its name there
 * @param strong whether it is meant for hard tasks; the others are meant to be fast
 * @param local whether what it is sent stays on machines that the user trusts with it
 * @param tools whether it can call tools
 * @param images whether it can see images
 * @param windowTokens what it takes, 0 where that is not known
 * @param languages of code that it is known to be good at, in lower case; none where nothing is known
 * @param price of a million input tokens, in any currency, the same for all candidates; 0 where it costs nothing or the
 *     price is not known
 */
public record Candidate(
        String upstream,
        String model,
        boolean strong,
        boolean local,
        boolean tools,
        boolean images,
        int windowTokens,
        Set<String> languages,
        double price) {
    public Candidate {
        languages = Set.copyOf(languages);
        if (windowTokens < 0) {
            throw new IllegalArgumentException("window of " + windowTokens + " tokens, expected 0 or more");
        }
        if (!(price >= 0)) {
            throw new IllegalArgumentException("price " + price + ", expected 0 or more");
        }
    }

    /** One that takes whatever comes, as far as is known. */
    public static Candidate of(String upstream, String model, boolean strong, boolean local) {
        return new Candidate(upstream, model, strong, local, true, true, 0, Set.of(), 0);
    }

    /** What a choice calls it. */
    public String name() {
        return upstream.isEmpty() ? model : upstream + "/" + model;
    }
}
