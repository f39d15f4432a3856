package io.ambit.core.context;

import io.ambit.core.message.ToolExchange;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.Decision;
import io.ambit.core.session.Decisions;
import io.ambit.core.session.PartKey;
import java.util.LinkedHashMap;
import java.util.Map;

/** What another policy left in a session that this one would not have done. */
final class Undo {
    private Undo() {}

    /** The changes that bring dropped messages back and take inserted ones away; empty for most sessions. */
    static Map<PartKey, Decision> messages(Transcript transcript, Decisions earlier) {
        Map<PartKey, Decision> changes = new LinkedHashMap<>();
        for (var chain : transcript.chain()) {
            PartKey whole = PartKey.whole(chain);
            if (earlier.get(whole) instanceof Decision.Drop) {
                changes.put(whole, Decision.KEEP);
            }
            PartKey after = PartKey.after(chain);
            if (earlier.get(after) instanceof Decision.Insert) {
                changes.put(after, Decision.KEEP);
            }
        }
        return changes;
    }

    /** Whether a tool output of the transcript is shown with something missing. */
    static boolean anyCut(Transcript transcript, Decisions earlier) {
        for (ToolExchange exchange : transcript.exchanges()) {
            if (earlier.get(PartKey.of(transcript, exchange)) instanceof Decision.Cut) {
                return true;
            }
        }
        return false;
    }
}
