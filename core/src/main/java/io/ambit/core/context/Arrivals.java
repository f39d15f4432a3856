package io.ambit.core.context;

import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.ToolExchange;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.Decision;
import io.ambit.core.session.Decisions;
import io.ambit.core.session.PartKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides each output once, when it arrives, on the ground of all that is shown before it. The ground is kept from step
 * to step; without it, after a restart say, it is laid again and the same.
 */
final class Arrivals {
    private final ViewCache views = new ViewCache();

    /**
     * {@code earlier}, extended to cover every output.
     *
     * @param leavesOut whether what an earlier plan left out stays out
     * @param room null where nothing may be cut: what was cut, or left out, then comes back, which is a boundary
     */
    Arrived decide(
            Transcript transcript,
            Decisions earlier,
            Conditions conditions,
            CuratedOutput.@Nullable Room room,
            boolean leavesOut) {
        Map<PartKey, Decision> changes = new LinkedHashMap<>();
        if (!leavesOut) {
            changes.putAll(Undo.messages(transcript, earlier));
        }
        boolean undo = !changes.isEmpty() || (room == null && Undo.anyCut(transcript, earlier));
        SessionView kept = undo ? null : views.take(transcript, earlier);
        SessionView view = kept == null ? new SessionView() : kept;
        CuratedOutput curated = new CuratedOutput(transcript, view, conditions);
        List<ToolExchange> exchanges = transcript.exchanges();
        int exchange = view.decided().size();
        for (int m = view.messages(); m < transcript.size(); m++) {
            Message message = transcript.messages().get(m);
            boolean dropped =
                    !undo && earlier.get(PartKey.whole(transcript.chain().get(m))) instanceof Decision.Drop;
            for (Part part : message.parts()) {
                if (part instanceof Part.ToolResult) {
                    PartKey key = PartKey.of(transcript, exchanges.get(exchange));
                    Decision decision = undo ? null : earlier.get(key);
                    if (decision == null) {
                        decision = curated.decide(exchange, room);
                        changes.put(key, decision);
                    }
                    view.add(exchanges.get(exchange), exchange, decision, dropped);
                    exchange++;
                } else if (!dropped) {
                    view.add(part);
                }
            }
            view.next();
        }
        Arrived arrived = new Arrived(earlier.with(changes, undo), view.ids());
        views.put(transcript, view);
        return arrived;
    }

    /**
     * What was decided.
     *
     * @param ids short names of the outputs, in their order
     */
    record Arrived(Decisions decisions, List<String> ids) {}
}
