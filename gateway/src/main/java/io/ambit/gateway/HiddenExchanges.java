package io.ambit.gateway;

import io.ambit.core.context.Edit;
import io.ambit.core.message.Message;
import io.ambit.core.message.Role;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.Decision;
import io.ambit.core.session.Decisions;
import io.ambit.core.session.HiddenExchange;
import io.ambit.core.session.PartKey;
import io.ambit.core.text.Hash;
import io.ambit.wire.Reply;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Where the exchanges that the client never saw go back into a later request, so that its prefix stays the same. */
final class HiddenExchanges {
    private HiddenExchanges() {}

    /**
     * The edits that put {@code hidden} back before the replies that they preceded. One whose reply is gone, or is left
     * out by {@code decisions}, stays out.
     */
    static List<Edit> restore(Transcript transcript, List<HiddenExchange> hidden, Decisions decisions) {
        if (hidden.isEmpty()) {
            return List.of();
        }
        Map<Hash, List<HiddenExchange>> byPlace = new HashMap<>();
        for (HiddenExchange exchange : hidden) {
            byPlace.computeIfAbsent(exchange.after(), after -> new ArrayList<>())
                    .add(exchange);
        }
        List<Edit> edits = new ArrayList<>();
        for (int m = 0; m + 1 < transcript.size(); m++) {
            List<HiddenExchange> here = byPlace.getOrDefault(transcript.chain().get(m), List.of());
            Message next = transcript.messages().get(m + 1);
            if (here.isEmpty()
                    || next.role() != Role.ASSISTANT
                    || decisions.get(PartKey.whole(transcript.chain().get(m + 1))) instanceof Decision.Drop) {
                continue;
            }
            String reply = Reply.fingerprint(next);
            String messages = here.stream()
                    .filter(exchange -> exchange.reply().equals(reply))
                    .sorted(Comparator.comparingInt(HiddenExchange::order))
                    .map(HiddenExchange::messages)
                    .collect(Collectors.joining(","));
            if (!messages.isEmpty()) {
                edits.add(new Edit.Restore(m, messages));
            }
        }
        return edits;
    }
}
