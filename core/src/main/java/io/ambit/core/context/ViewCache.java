package io.ambit.core.context;

import io.ambit.core.message.ToolExchange;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.Decision;
import io.ambit.core.session.Decisions;
import io.ambit.core.session.PartKey;
import io.ambit.core.text.Hash;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Views of the latest sessions, so that a step pays for what is new only. A view that is taken out is its taker's; one
 * that no longer fits what was decided is not given out. Thread-safe.
 */
final class ViewCache {
    private static final int MAX_VIEWS = 24;

    private final Map<Hash, SessionView> byTip = new LinkedHashMap<>();

    /** The longest view of what the transcript begins with, or null where there is none that fits. */
    synchronized @Nullable SessionView take(Transcript transcript, Decisions decisions) {
        for (int m = transcript.size(); m > 0; m--) {
            SessionView view = byTip.remove(transcript.chain().get(m - 1));
            if (view != null) {
                return fits(view, transcript, decisions) ? view : null;
            }
        }
        return null;
    }

    synchronized void put(Transcript transcript, SessionView view) {
        byTip.put(transcript.tip(), view);
        while (byTip.size() > MAX_VIEWS) {
            byTip.remove(byTip.keySet().iterator().next());
        }
    }

    private static boolean fits(SessionView view, Transcript transcript, Decisions decisions) {
        List<Decision> decided = view.decided();
        List<ToolExchange> exchanges = transcript.exchanges();
        if (decided.size() > exchanges.size()) {
            return false;
        }
        for (int i = 0; i < decided.size(); i++) {
            if (!decided.get(i).equals(decisions.get(PartKey.of(transcript, exchanges.get(i))))) {
                return false;
            }
        }
        return true;
    }
}
