package io.ambit.core.context;

import io.ambit.core.message.Transcript;
import io.ambit.core.session.Decisions;
import io.ambit.core.session.Summary;
import java.util.List;

/**
 * Shows each output once in the form that costs least and loses no evidence, decided when it arrives and the same from
 * then on; masks old outputs at planned boundaries, when the arithmetic of the cache says that it pays.
 */
public final class CuratedPolicy implements ContextPolicy {
    public static final String BALANCED = "balanced";
    public static final String TIGHT = "tight";
    public static final String CUSTOM = "custom";

    /** An experiment: what is masked hangs on how near it is to the user's words, not on its age. */
    public static final String SEMANTIC = "semantic";

    private final String name;
    private final CurationSettings settings;
    private final Arrivals arrivals = new Arrivals();

    public CuratedPolicy(String name, CurationSettings settings) {
        this.name = name;
        this.settings = settings;
    }

    public CurationSettings settings() {
        return settings;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isLossy() {
        return true;
    }

    @Override
    public int window(Conditions conditions) {
        int own = settings.get(CurationOption.WINDOW);
        return own > 0 ? own : conditions.windowTokens();
    }

    @Override
    public Decisions plan(Transcript transcript, Decisions earlier, Conditions conditions) {
        if (!conditions.canRetrieve()) {
            return arrivals.decide(transcript, earlier, conditions, null, false).decisions();
        }
        int window = window(conditions);
        Arrivals.Arrived arrived = arrivals.decide(transcript, earlier, conditions, settings.onArrival(), window > 0);
        Masking masking = new Masking(transcript, arrived, conditions, settings, name.startsWith(SEMANTIC));
        Decisions masked = masking.pays() ? masking.apply() : arrived.decisions();
        return window > 0 ? new WindowFit(transcript, conditions, settings, window).fit(masked) : masked;
    }

    @Override
    public List<SummaryRequest> summariesDue(Transcript transcript, List<Summary> made, Conditions conditions) {
        int window = window(conditions);
        return window > 0 ? WindowFit.summariesDue(transcript, made, conditions, window) : List.of();
    }
}
