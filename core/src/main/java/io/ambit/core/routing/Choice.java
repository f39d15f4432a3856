package io.ambit.core.routing;

/**
 * A model that was chosen.
 *
 * @param reason in a few words, for a person
 * @param propensity the chance, in (0, 1], that this one was chosen, given what was known
 * @param difficulty how hard the prompt seemed, from 0 to 1
 */
public record Choice(Candidate candidate, String reason, double propensity, double difficulty) {
    public Choice {
        if (!(propensity > 0 && propensity <= 1)) {
            throw new IllegalArgumentException("propensity " + propensity + ", expected more than 0 and at most 1");
        }
    }
}
