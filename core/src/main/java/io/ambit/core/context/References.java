package io.ambit.core.context;

import io.ambit.core.compress.structured.TableHeaders;
import io.ambit.core.message.ToolExchange;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.Decision;
import io.ambit.core.session.Decisions;
import io.ambit.core.session.PartKey;
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
    static int[] ages(Transcript transcript, Decisions decisions, List<String> ids) {
        List<ToolExchange> exchanges = transcript.exchanges();
        int last = transcript.iterationCount() - 1;
        int[] ages = new int[exchanges.size()];
        Map<String, Integer> byId = new HashMap<>();
        Map<PartKey, Integer> byKey = new HashMap<>();
        Map<String, Integer> byLabel = new HashMap<>();
        for (int e = 0; e < ages.length; e++) {
            ages[e] = last - exchanges.get(e).iteration();
            byKey.put(PartKey.of(transcript, exchanges.get(e)), e);
            byId.putIfAbsent(ids.get(e), e);
            for (String label :
                    TableHeaders.definedIn(shown(transcript, decisions, e)).keySet()) {
                byLabel.putIfAbsent(label, e);
            }
        }
        for (int e = ages.length - 1; e >= 0; e--) {
            Decision decision = decisions.get(PartKey.of(transcript, exchanges.get(e)));
            if (decision instanceof Decision.Point point) {
                rejuvenate(byKey.get(point.to()), ages[e], ages);
            }
            if (decision instanceof Decision.Replacement replacement) {
                String shown = replacement.shown();
                named(shown, '#', byId, ages[e], ages);
                named(shown, '{', byLabel, ages[e], ages);
            }
        }
        return ages;
    }

    /** What stands behind each {@code mark} of a shown text, and is known, is as young as the text. */
    private static void named(String shown, char mark, Map<String, Integer> owners, int age, int[] ages) {
        for (int at = shown.indexOf(mark); at >= 0; at = shown.indexOf(mark, at + 1)) {
            int end = at + 1;
            while (end < shown.length() && Character.isLetterOrDigit(shown.charAt(end))) {
                end++;
            }
            rejuvenate(owners.get(shown.substring(at + 1, end)), age, ages);
        }
    }

    private static String shown(Transcript transcript, Decisions decisions, int exchange) {
        ToolExchange output = transcript.exchanges().get(exchange);
        return decisions.get(PartKey.of(transcript, output)) instanceof Decision.Replacement replacement
                ? replacement.shown()
                : "";
    }

    private static void rejuvenate(@Nullable Integer target, int age, int[] ages) {
        if (target != null) {
            ages[target] = Math.min(ages[target], age);
        }
    }
}
