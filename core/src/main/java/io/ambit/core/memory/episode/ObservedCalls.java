package io.ambit.core.memory.episode;

import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The calls of a session in order, each with its result. */
final class ObservedCalls {
    /** A call whose result, in one block or several, may still come. */
    private static final class Open {
        private final int message;
        private final Duration at;
        private final Part.ToolCall call;
        private final StringBuilder output = new StringBuilder();
        private boolean answered;

        Open(int message, Duration at, Part.ToolCall call) {
            this.message = message;
            this.at = at;
            this.call = call;
        }

        void answer(String text) {
            output.append(answered ? "\n" : "").append(text);
            answered = true;
        }

        ObservedCall observed() {
            return ObservedCall.of(message, at, call, answered, output.toString());
        }
    }

    private ObservedCalls() {}

    static List<ObservedCall> of(ObservedSession session) {
        List<Open> calls = new ArrayList<>();
        Map<String, Open> byId = new HashMap<>();
        Instant started = session.started();
        Duration at = Duration.ZERO;
        for (int m = 0; m < session.messages().size(); m++) {
            at = later(at, started, session.messages().get(m).at());
            Message message = session.messages().get(m).message();
            for (Part part : message.parts()) {
                if (part instanceof Part.ToolCall call) {
                    Open open = new Open(m, at, call);
                    calls.add(open);
                    byId.put(call.id(), open); // clients repeat ids: a result answers the nearest earlier call
                } else if (part instanceof Part.ToolResult result) {
                    Open open = byId.get(result.callId());
                    if (open != null) {
                        open.answer(result.text());
                    }
                }
            }
        }
        return calls.stream().map(Open::observed).toList();
    }

    private static Duration later(Duration before, @Nullable Instant started, @Nullable Instant at) {
        if (started == null || at == null || at.isBefore(started)) {
            return before;
        }
        return Duration.between(started, at);
    }
}
