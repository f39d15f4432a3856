package io.ambit.bench.replay;

import io.ambit.bench.recorded.RecordedMessage;
import io.ambit.core.message.ToolExchange;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.Decision;
import io.ambit.core.session.Decisions;
import io.ambit.core.session.PartKey;
import io.ambit.core.text.Hash;
import java.util.ArrayList;
import java.util.List;

/** Tells of lost identifiers where they stood, who needed them and what stood in their place. */
final class LostDetails {
    private static final int AROUND = 90;
    private static final int BEGINNING = 240;

    private final List<RecordedMessage> messages;
    private final Transcript transcript;
    private final Decisions decisions;

    /** @param transcript of the request, whose messages are the first of {@code messages} */
    LostDetails(List<RecordedMessage> messages, Transcript transcript, Decisions decisions) {
        this.messages = messages;
        this.transcript = transcript;
        this.decisions = decisions;
    }

    List<LostIdentifier> of(int step, List<String> identifiers) {
        List<LostIdentifier> details = new ArrayList<>();
        for (String identifier : identifiers) {
            int held = lastHolding(identifier, step);
            if (held >= 0) {
                String text = messages.get(held).text();
                details.add(new LostIdentifier(
                        identifier, call(messages.get(step)), held, tool(held), around(text, identifier), shown(held)));
            }
        }
        return details;
    }

    /** A tool's answer where one holds it, else any message. */
    private int lastHolding(String identifier, int step) {
        int any = -1;
        for (int m = step - 1; m >= 0; m--) {
            if (messages.get(m).text().contains(identifier)) {
                if (messages.get(m).isByTool()) {
                    return m;
                }
                any = any < 0 ? m : any;
            }
        }
        return any;
    }

    private static String call(RecordedMessage message) {
        if (message.calls().isEmpty()) {
            return "";
        }
        return beginning(message.calls().get(0).tool() + " " + String.join(" ", message.arguments()), BEGINNING);
    }

    private String tool(int message) {
        for (ToolExchange exchange : transcript.exchanges()) {
            if (exchange.messageIndex() == message) {
                return exchange.toolName();
            }
        }
        return "";
    }

    private String shown(int message) {
        Hash chain = transcript.chain().get(message);
        if (decisions.get(PartKey.whole(chain)) instanceof Decision.Drop) {
            return "";
        }
        for (ToolExchange exchange : transcript.exchanges()) {
            if (exchange.messageIndex() == message
                    && decisions.get(new PartKey(chain, exchange.partIndex()))
                            instanceof Decision.Replacement shorter) {
                return beginning(shorter.shown(), BEGINNING);
            }
        }
        return beginning(messages.get(message).text(), BEGINNING);
    }

    private static String around(String text, String identifier) {
        int at = text.indexOf(identifier);
        int from = Math.max(0, at - AROUND);
        int to = Math.min(text.length(), at + identifier.length() + AROUND);
        return (from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : "");
    }

    static String beginning(String text, int characters) {
        return text.length() <= characters ? text : text.substring(0, characters) + "…";
    }
}
