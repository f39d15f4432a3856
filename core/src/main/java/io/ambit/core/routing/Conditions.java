package io.ambit.core.routing;

/**
 * What a choice rests on beside the request and the models.
 *
 * @param target how much of the stronger model is wanted
 * @param exploration the chance, in [0, 0.5], to take the model that seems the worse choice, so that there is something
 *     to learn from; only where both could answer
 * @param current {@link Candidate#name()} of the model that the session has been using, "" for a new session: a switch
 *     throws the prompt cache away
 * @param escalate whether that model failed this session by a fact: a broken tool call, an error
 */
public record Conditions(CostTarget target, double exploration, String current, boolean escalate) {
    /** For a new session. */
    public static final Conditions DEFAULT = new Conditions(CostTarget.DEFAULT, 0.1, "", false);

    public Conditions {
        if (!(exploration >= 0 && exploration <= 0.5)) {
            throw new IllegalArgumentException("exploration " + exploration + ", expected 0 to 0.5");
        }
    }

    /** The same, for a session that has been using {@code model}. */
    public Conditions after(String model, boolean failed) {
        return new Conditions(target, exploration, model, failed);
    }
}
