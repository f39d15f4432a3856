package io.ambit.core.session;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a step was sent, and why.
 *
 * @param upstream its name in the configuration, "" for the only one there is
 * @param model as it was sent, which may be another than the client named
 * @param reason why this one, in a few words; "" where there was nothing to choose
 * @param propensity the chance, in (0, 1], that what was known when it was chosen gave this choice
 * @param notes what was done beside the context, a line each: fields that a profile filled, a translation, a prompt that
 *     the upstream is likely to have cut
 * @param failure what was wrong with its answer by a fact, so that the session goes on with a stronger model where Ambit
 *     chooses; "" for nothing
 */
public record Route(
        String upstream, String model, String reason, double propensity, List<String> notes, String failure) {
    /** The only way there is, with nothing to tell. */
    public static final Route NONE = new Route("", "", "", 1, List.of());

    /** With nothing wrong. */
    public Route(String upstream, String model, String reason, double propensity, List<String> notes) {
        this(upstream, model, reason, propensity, notes, "");
    }

    public Route {
        notes = List.copyOf(notes);
        if (!(propensity > 0 && propensity <= 1)) {
            throw new IllegalArgumentException("propensity " + propensity + ", expected more than 0 and at most 1");
        }
    }

    /** With one note more. */
    public Route with(String note) {
        List<String> more = new ArrayList<>(notes);
        more.add(note);
        return new Route(upstream, model, reason, propensity, more, failure);
    }

    /** With what was wrong with its answer. */
    public Route failed(String what) {
        return new Route(upstream, model, reason, propensity, notes, what);
    }
}
