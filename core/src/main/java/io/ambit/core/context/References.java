package io.ambit.core.context;

import io.ambit.core.message.ToolExchange;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.Decision;
import io.ambit.core.session.Decisions;
import io.ambit.core.session.OutputId;
import io.ambit.core.session.PartKey;
import io.ambit.core.text.Hash;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which outputs lean on which: what a later output only points to counts as its content, and is as young as that one.
 */
final class References {
    private References() {}

    /**
     * Per output, how many steps ago it was last of use: 0 for one that the model has not answered yet. An id in any
     * shown text counts as a pointer to the output; where it is none, an output stays longer than it had to.
     */
    static int[] ages(Transcript transcript, Decisions decisions) {
        List<ToolExchange> exchanges = transcript.exchanges();
        int last = transcript.iterationCount() - 1;
        int[] ages = new int[exchanges.size()];
        Map<String, Integer> byId = new HashMap<>();
        Map<PartKey, Integer> byKey = new HashMap<>();
        for (int e = 0; e < ages.length; e++) {
            ages[e] = last - exchanges.get(e).iteration();
            byKey.put(PartKey.of(transcript, exchanges.get(e)), e);
            byId.putIfAbsent(
                    OutputId.of(Hash.of(exchanges.get(e).result().text()), OutputId.MAX_LENGTH)
                            .value(),
                    e);
        }
        Map<String, Integer> byShortId = new HashMap<>();
        byId.forEach((id, e) -> byShortId.merge(id.substring(OutputId.MAX_LENGTH - OutputId.MIN_LENGTH), e, Math::min));
        for (int e = ages.length - 1; e >= 0; e--) {
            Decision decision = decisions.get(PartKey.of(transcript, exchanges.get(e)));
            if (decision instanceof Decision.Point point) {
                rejuvenate(byKey.get(point.to()), ages[e], ages);
            }
            if (decision instanceof Decision.Replacement replacement) {
                String shown = replacement.shown();
                for (int at = shown.indexOf('#'); at >= 0; at = shown.indexOf('#', at + 1)) {
                    int end = at + 1;
                    while (end < shown.length() && isIdDigit(shown.charAt(end))) {
                        end++;
                    }
                    if (end - at - 1 >= OutputId.MIN_LENGTH) {
                        rejuvenate(byShortId.get(shown.substring(end - OutputId.MIN_LENGTH, end)), ages[e], ages);
                    }
                }
            }
        }
        return ages;
    }

    private static void rejuvenate(@Nullable Integer target, int age, int[] ages) {
        if (target != null) {
            ages[target] = Math.min(ages[target], age);
        }
    }

    private static boolean isIdDigit(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
    }
}
