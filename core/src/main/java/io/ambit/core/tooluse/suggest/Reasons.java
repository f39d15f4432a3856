package io.ambit.core.tooluse.suggest;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Says why a tool is suggested. */
final class Reasons {
    private static final int MOST_WORDS = 5;
    private static final double DOUBT = 0.2;

    private Reasons() {}

    static List<String> of(int tool, ToolSet tools, Asked asked, Scores scores, RequestLines worked) {
        List<String> reasons = new ArrayList<>();
        long served = scores.nearest().stream()
                .filter(near -> worked.line(near.line()).tool() == tool)
                .count();
        if (served > 0) {
            reasons.add(String.format(
                    Locale.ROOT,
                    "it served %d of the %d nearest requests",
                    served,
                    scores.nearest().size()));
        }
        Set<String> shared = new LinkedHashSet<>(asked.terms());
        shared.retainAll(tools.terms(tool));
        if (!shared.isEmpty()) {
            reasons.add("its definition shares "
                    + String.join(", ", shared.stream().limit(MOST_WORDS).toList()));
        }
        if (reasons.isEmpty()) {
            reasons.add("its definition is near in meaning");
        }
        if (scores.failures(tool) >= DOUBT) {
            reasons.add("but it failed where requests like this were made");
        }
        return reasons;
    }
}
