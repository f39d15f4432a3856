package io.ambit.core.context;

import io.ambit.core.message.Part;
import io.ambit.core.message.Transcript;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which message holds the call that a message's results answer: what may only go together. */
final class Pairs {
    private Pairs() {}

    /**
     * Takes messages back out of {@code dropped} until every call stays or goes with all of its results.
     *
     * @param dropped per message, whether it is to go; changed in place
     */
    static void keepTogether(Transcript transcript, boolean[] dropped) {
        boolean changed = true;
        while (changed) {
            changed = false;
            Map<String, Integer> callers = new HashMap<>();
            for (int m = 0; m < transcript.size(); m++) {
                List<Part> parts = transcript.messages().get(m).parts();
                for (Part part : parts) {
                    if (part instanceof Part.ToolCall call) {
                        callers.put(call.id(), m);
                    } else if (part instanceof Part.ToolResult result) {
                        Integer caller = callers.get(result.callId());
                        if (caller != null && dropped[caller] != dropped[m]) {
                            dropped[caller] = false;
                            dropped[m] = false;
                            changed = true;
                        }
                    }
                }
            }
        }
    }
}
